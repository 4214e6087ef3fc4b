package dev.callsift.pipeline.ledger;

import dev.callsift.pipeline.recording.QuarantineReason;
import java.time.Instant;

/**
 * Why and since when a recording is held back.
 *
 * @param detail what was found, one clause
 */
public record Quarantine(QuarantineReason reason, String detail, Instant since) {

    /** The reason, the finding and what to do, as one sentence without the key. */
    public String explanation() {
        return reason.explain(detail);
    }
}
