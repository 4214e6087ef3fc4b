package dev.callsift.review;

import java.util.Map;

/**
 * How many calls of a week, of which kinds.
 *
 * @param calls in the index
 * @param cancellations calls in which a cancellation is spoken of
 * @param reasons calls by code of a reason; what is absent is none
 */
public record WeekCounts(int calls, int cancellations, Map<String, Integer> reasons) {

    static final WeekCounts NONE = new WeekCounts(0, 0, Map.of());

    public WeekCounts {
        reasons = Map.copyOf(reasons);
    }

    Share share(String reason) {
        return Share.of(reasons.getOrDefault(reason, 0), cancellations);
    }
}
