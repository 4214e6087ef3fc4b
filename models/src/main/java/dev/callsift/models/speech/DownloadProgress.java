package dev.callsift.models.speech;

/** Told how far a fetch is, on the thread that fetches, so that a command line can draw its bar. */
@FunctionalInterface
public interface DownloadProgress {

    /**
     * Some more bytes are on disk; a resumed download begins with what was there.
     *
     * @param totalBytes the archive's size, or −1 while it is unknown
     */
    void downloaded(long doneBytes, long totalBytes);

    /** Something the reader should know while waiting, one line: a retry, a wait, what could not be verified. */
    default void note(String line) {}

    static DownloadProgress silent() {
        return (done, total) -> {};
    }
}
