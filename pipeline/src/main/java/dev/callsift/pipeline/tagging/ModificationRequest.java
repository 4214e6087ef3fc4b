package dev.callsift.pipeline.tagging;

import dev.callsift.pipeline.transcript.Confidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the customer wants changed on the order.
 *
 * @param type the code of the modification, for example {@code modify.size}
 * @param from what it is now; null when nobody says
 * @param to what it is to be, the last correction; null when nobody says
 * @param orderNumber letters and digits without spaces; null when none is said in the call
 * @param words the customer's, that show the request
 * @param answer what the agent said to it
 * @param confidence how sure the tagger is that it is asked for
 * @param evidence of the request and its values, in the order of time
 */
public record ModificationRequest(
        String type,
        @Nullable Value from,
        @Nullable Value to,
        @Nullable String orderNumber,
        String words,
        AgentAnswer answer,
        Confidence confidence,
        List<Evidence> evidence) {

    public ModificationRequest {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException(type + ": a request shows its evidence");
        }
    }

    /**
     * What something is, or is to be.
     *
     * @param words as spoken
     * @param normalized as a machine reads it, for example {@code xl}, {@code 2026-11-27}; the words where there is no such form
     */
    public record Value(String words, String normalized) {}
}
