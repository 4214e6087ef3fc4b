package dev.callsift.pipeline.recording;

/** A store is away or answers with a fault that may pass. Fate: retry with backoff; the recording itself is not to blame. */
public final class StoreUnavailableException extends RuntimeException {

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
