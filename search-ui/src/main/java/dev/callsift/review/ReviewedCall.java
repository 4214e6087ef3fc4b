package dev.callsift.review;

import dev.callsift.pipeline.index.CallFields;
import dev.callsift.pipeline.index.Findings;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a review needs of one call of its week.
 *
 * @param document its number in the index that was read
 * @param codes of its tags
 * @param values of each dimension, {@code unknown} where it is not known; several where several products were ordered
 * @param confidence mean of the recognizer's for the call's words
 * @param made what it was made with
 */
record ReviewedCall(
        int document,
        String id,
        Set<String> codes,
        Map<Dimension, List<String>> values,
        long durationMs,
        double confidence,
        Findings findings,
        Provenance.Made made) {

    private static final String CANCELLATION = "cancel.";
    static final String REASON = "reason.";
    static final String MODIFICATION = "modify.";

    ReviewedCall {
        codes = Set.copyOf(codes);
        values = Map.copyOf(values);
    }

    /** The only value, or the first, of a dimension. */
    String value(Dimension dimension) {
        return values.getOrDefault(dimension, List.of(CallFields.UNKNOWN)).getFirst();
    }

    /** Whether a code makes its call one in which a cancellation is spoken of. */
    static boolean speaksOfCancellation(String code) {
        return code.startsWith(CANCELLATION) || code.startsWith(REASON);
    }

    boolean cancellation() {
        return codes.stream().anyMatch(ReviewedCall::speaksOfCancellation);
    }

    boolean cancelled() {
        return codes.contains("cancel.confirmed");
    }

    /** Not where it was cancelled in the end. */
    boolean saved() {
        return codes.contains("cancel.saved") && !cancelled();
    }
}
