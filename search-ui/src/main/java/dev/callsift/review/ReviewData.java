package dev.callsift.review;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the index holds for a review.
 *
 * @param calls of the week itself
 * @param weeks counts of the week and those before it, the oldest first
 */
record ReviewData(ReviewWeek week, List<ReviewedCall> calls, SortedMap<ReviewWeek, WeekCounts> weeks) {

    ReviewData {
        calls = List.copyOf(calls);
        weeks = new TreeMap<>(weeks);
    }

    WeekCounts counts(ReviewWeek of) {
        return weeks.getOrDefault(of, WeekCounts.NONE);
    }

    List<ReviewedCall> cancellations() {
        return calls.stream().filter(ReviewedCall::cancellation).toList();
    }
}
