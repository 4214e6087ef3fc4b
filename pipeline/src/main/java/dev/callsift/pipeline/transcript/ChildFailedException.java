package dev.callsift.pipeline.transcript;

import dev.callsift.pipeline.recording.QuarantineReason;

/** The child is gone, and with it what it was doing. Says nothing yet about which recording is to blame. */
final class ChildFailedException extends Exception {

    private final QuarantineReason reason;

    /**
     * @param reason what a recording is quarantined with when it turns out to be the guilty one
     * @param detail what happened to the child, one clause
     */
    ChildFailedException(QuarantineReason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    QuarantineReason reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
