package dev.callsift.models.speech;

import java.util.Locale;

/** Sizes as messages show them. */
final class ByteSize {

    static final long MIB = 1024L * 1024;
    static final long GIB = 1024 * MIB;

    private ByteSize() {}

    static String text(long bytes) {
        if (bytes < MIB) {
            return bytes + " bytes";
        }
        return bytes < GIB
                ? String.format(Locale.ROOT, "%.0f MiB", (double) bytes / MIB)
                : String.format(Locale.ROOT, "%.1f GiB", (double) bytes / GIB);
    }
}
