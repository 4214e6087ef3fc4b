package dev.callsift.pipeline.transcript;

/** A stored document is no transcript this version of callsift reads. The message says what was found and what to do. */
public final class UnreadableTranscriptException extends RuntimeException {

    public UnreadableTranscriptException(String message) {
        super(message);
    }

    public UnreadableTranscriptException(String message, Throwable cause) {
        super(message, cause);
    }
}
