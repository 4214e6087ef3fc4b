package dev.callsift.models.speech;

/**
 * A speech model is missing, broken or does not fit this machine. The run stops at start; the message says what was found
 * and what to do.
 */
public final class SpeechModelException extends RuntimeException {

    public SpeechModelException(String message) {
        super(message);
    }

    public SpeechModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
