package dev.callsift.pipeline.recording;

import java.nio.file.Path;

/** Faults of reading a folder. */
final class FolderFaults {

    private FolderFaults() {}

    static StoreUnavailableException unreadable(Path file, Exception cause) {
        return new StoreUnavailableException(
                file + ": cannot be read (" + Faults.text(cause)
                        + "); see whether its disk is there, and the permissions",
                cause);
    }
}
