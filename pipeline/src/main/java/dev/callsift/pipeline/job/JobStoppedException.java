package dev.callsift.pipeline.job;

/** The run cannot begin or go on. Fate: stop; what is done stays done and the next run goes on. */
public final class JobStoppedException extends RuntimeException {

    JobStoppedException(String message, Throwable cause) {
        super(message, cause);
    }
}
