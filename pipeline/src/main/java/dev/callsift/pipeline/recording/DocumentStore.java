package dev.callsift.pipeline.recording;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where transcripts and tags are kept: the system of record for what callsift made, in S3 or a folder. A written document is
 * whole or absent, never half. Safe for use by several threads.
 *
 * <p>Names are callsift's own: lower-case letters, digits, {@code - . /}, never starting with a slash. Every method throws
 * {@link StoreUnavailableException} when the store cannot be reached or is full (fate: retry).
 */
public interface DocumentStore extends AutoCloseable {

    /** Writes or replaces a document, durably: once this returns, a crash does not lose it. */
    void write(String name, byte[] content);

    Optional<byte[]> read(String name);

    /** Removes a document; does nothing where there is none. */
    void delete(String name);

    /** The names below a prefix such as {@code transcripts/}, in order, read page by page. Close the stream. */
    Stream<String> list(String prefix);

    @Override
    void close();
}
