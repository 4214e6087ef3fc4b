package dev.callsift.ui.search;

import java.io.IOException;
import java.io.Writer;

/** Says to whoever asked for a file how much comes, before anything does, and where to write it. */
interface ExportBeginning {
    Writer begin(long total, int exported) throws IOException;
}
