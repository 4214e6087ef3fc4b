package dev.callsift.pipeline.recording;

/**
 * This recording cannot be done. Fate: quarantine with the reason; all others go on. The message begins with the recording's
 * key and ends with what the reader can do.
 */
public final class RecordingFaultException extends RuntimeException {

    private final RecordingKey key;
    private final QuarantineReason reason;
    private final String detail;

    /** @param detail what was found, one clause, for example {@code "ends after 12.3 s of 60.0 s"} */
    public RecordingFaultException(RecordingKey key, QuarantineReason reason, String detail) {
        super(key + ": " + reason.explain(detail));
        this.key = key;
        this.reason = reason;
        this.detail = detail;
    }

    public RecordingKey key() {
        return key;
    }

    public QuarantineReason reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }
}
