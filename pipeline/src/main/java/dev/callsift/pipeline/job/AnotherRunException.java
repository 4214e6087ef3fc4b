package dev.callsift.pipeline.job;

/** Another run holds the lock. Fate: stop, politely; nothing was touched. */
public final class AnotherRunException extends RuntimeException {

    AnotherRunException(String message) {
        super(message);
    }
}
