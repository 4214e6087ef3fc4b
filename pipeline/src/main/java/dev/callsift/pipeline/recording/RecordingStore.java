package dev.callsift.pipeline.recording;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
     * All recordings, in the order of their keys, read page by page while the stream is consumed. Close the stream.
     *
     * @param leftOut is told what was found and is not listed, sidecars apart, while the stream is consumed
     */
    Stream<RecordingObject> list(Consumer<LeftOut> leftOut);

    /** As {@link #list(Consumer)}, for callers that have no use for what is left out. */
    default Stream<RecordingObject> list() {
        return list(leftOut -> {});
    }

    /**
     * Those of some recordings that are there now and would be listed.
     *
     * @param keys in any order; others than recordings are left out
     */
    List<RecordingObject> find(Collection<RecordingKey> keys);

    /**
     * Tells of recordings that come or change, where the store can tell; what happens while the connection is down is not
     * told, so list it now and then besides.
     *
     * @param changed is told from another thread, possibly of the same thing twice
     * @return closes the subscription
     */
    default AutoCloseable changes(Consumer<RecordingKey> changed) {
        return () -> {};
    }

    /**
     * Copies exactly the listed version to a file on this machine, replacing it.
     *
     * @return the content's SHA-256 in lower-case hexadecimal
     * @throws RecordingFaultException when the object was deleted or replaced since it was listed, is larger than allowed, or
     *     has a key that leads elsewhere (fate: quarantine); the target is then absent or as it was
     */
    String fetch(RecordingObject recording, Path target);

    /**
     * The metadata people attached to the object in the store, names in lower case; empty for a folder.
     *
     * @throws RecordingFaultException as {@link #fetch}
     */
    Map<String, String> userMetadata(RecordingObject recording);

    /**
     * The text of the JSON sidecar beside the recording, when there is one: {@code call.wav.json}, {@code call.json}, {@code
     * call_metadata.json} or {@code call.wav_metadata.json} for {@code call.wav}, cut after 1 MiB.
     *
     * @throws RecordingFaultException as {@link #fetch}
     */
    Optional<String> sidecar(RecordingObject recording);

    /** How many bodies of recordings were asked for since the store was opened; a run that finds nothing new asks for none. */
    long bodiesRead();

    /** What this store is, for people and for the lock: {@code s3://bucket/prefix at endpoint} or the folder's path. */
    String location();

    @Override
    void close();
}
