package dev.callsift.pipeline.recording;

import java.time.Instant;

/**
 * One version of a recording as a listing shows it. Key and ETag together are a recording's identity: another ETag under the
 * same key is a changed recording, which is done again.
 *
 * @param key the object's name in the store
 * @param etag the store's tag for this content, without quotes; for a folder one made of size and modification time
 * @param size bytes
 * @param lastModified when the store says it was written
 */
public record RecordingObject(RecordingKey key, String etag, long size, Instant lastModified) {

    public RecordingObject {
        if (etag.isBlank()) {
            throw new IllegalArgumentException(key + ": an object has an ETag");
        }
        if (size < 0) {
            throw new IllegalArgumentException(key + ": a size is not negative, but " + size);
        }
    }
}
