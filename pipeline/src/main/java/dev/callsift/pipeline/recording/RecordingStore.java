package dev.callsift.pipeline.recording;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where recordings come from: an S3 bucket or a folder. Recordings are input and never changed through it. Safe for use by
 * several threads.
 *
 * <p>Every method throws {@link StoreUnavailableException} when the store cannot be reached or answers with a fault that may
 * pass (fate: retry).
 */
public interface RecordingStore extends AutoCloseable {

    /**
     * All recordings, in the order of their keys, read page by page while the stream is consumed. Sidecars and objects whose
     * name does not end like a recording's are left out. Close the stream.
     */
    Stream<RecordingObject> list();

    /**
     * Copies exactly the listed version to a file on this machine, replacing it.
     *
     * @return the content's SHA-256 in lower-case hexadecimal
     * @throws RecordingFaultException when the object was deleted or replaced since it was listed, or is larger than allowed
     *     (fate: quarantine)
     */
    String fetch(RecordingObject recording, Path target);

    /** The metadata people attached to the object in the store, names in lower case; empty for a folder. */
    Map<String, String> userMetadata(RecordingObject recording);

    /** The text of the JSON sidecar beside the recording ({@code <key>.json}), when there is one. */
    Optional<String> sidecar(RecordingObject recording);

    /** What this store is, for people and for the lock: {@code s3://bucket/prefix at endpoint} or the folder's path. */
    String location();

    @Override
    void close();
}
