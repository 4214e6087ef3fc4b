package dev.callsift.pipeline.recording;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a file this is, as far as a file system can tell.
 *
 * @param fileKey which file it is, whatever its name; not part of the ETag, because copying a folder back from a backup
 *     should not make all of it new
 */
record FolderVersion(
        long size,
        long modifiedNanos,
        Instant modified,
        @Nullable Object fileKey) {

    static FolderVersion of(BasicFileAttributes attributes) {
        return new FolderVersion(
                attributes.size(),
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                attributes.lastModifiedTime().toInstant(),
                attributes.fileKey());
    }

    String etag() {
        return Long.toHexString(size) + "-" + Long.toHexString(modifiedNanos);
    }

    RecordingObject object(RecordingKey key) {
        return new RecordingObject(key, etag(), size, modified);
    }

    boolean isStill(FolderVersion other) {
        return etag().equals(other.etag()) && Objects.equals(fileKey, other.fileKey);
    }
}
