package dev.callsift.models.speech;

/**
 * What an archive may become. The largest official models unpack to less than 10 GiB in a few dozen files, about one and a
 * half times the archive.
 *
 * @param bytes unpacked, all files together
 * @param ratio unpacked bytes per byte of the archive
 */
record UnpackLimits(long bytes, int entries, int ratio) {

    static final UnpackLimits STANDARD = new UnpackLimits(32 * ByteSize.GIB, 10_000, 50);

    /** The most that an archive of this size may unpack to; small ones are allowed some padding. */
    long bytesFor(long archiveBytes) {
        return Math.min(bytes, Math.max(ByteSize.MIB, archiveBytes * ratio));
    }
}
