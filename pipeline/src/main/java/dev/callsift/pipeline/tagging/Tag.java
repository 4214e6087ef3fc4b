package dev.callsift.pipeline.tagging;

import dev.callsift.pipeline.transcript.Confidence;
import java.util.List;

/**
 * One code of the taxonomy on a call.
 *
 * @param code for example {@code reason.courier-delay}
 * @param confidence how sure the tagger is
 * @param evidence at least one span, in the order of time
 */
public record Tag(String code, Confidence confidence, List<Evidence> evidence) {

    public Tag {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException(code + ": a tag shows its evidence");
        }
    }
}
