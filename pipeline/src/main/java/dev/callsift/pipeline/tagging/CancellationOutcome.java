package dev.callsift.pipeline.tagging;

import dev.callsift.pipeline.transcript.Confidence;
import java.util.List;
import java.util.Optional;

/** How far a cancellation went in a call, the strongest last. */
public enum CancellationOutcome {
    NONE(""),
    REQUESTED("cancel.requested"),
    SAVED("cancel.saved"),
    CANCELLED("cancel.confirmed");

    private final String code;

    CancellationOutcome(String code) {
        this.code = code;
    }

    /** The strongest outcome that a call's tags show. */
    public static CancellationOutcome of(CallTags tags) {
        return List.of(CANCELLED, SAVED, REQUESTED).stream()
                .filter(outcome -> outcome.confidence(tags).isPresent())
                .findFirst()
                .orElse(NONE);
    }

    /** The tag that shows it; empty for none. */
    public String code() {
        return code;
    }

    private Optional<Confidence> confidence(CallTags tags) {
        return tags.tags().stream()
                .filter(tag -> tag.code().equals(code))
                .map(Tag::confidence)
                .findFirst();
    }
}
