package dev.callsift.review;

import dev.callsift.pipeline.index.CallFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Calls told apart by one dimension.
 *
 * @param rows the value with most calls first; hours in their order; what is not known last
 */
public record Breakdown(Dimension dimension, List<Row> rows) {

    /**
     * @param value of the dimension, or {@code unknown}
     * @param share calls that are looked at, of those with this value
     */
    public record Row(String value, Share share) {}

    public Breakdown {
        rows = List.copyOf(rows);
    }

    /** How many of {@code calls} are {@code wanted}, by each dimension of which anything is known. */
    static List<Breakdown> of(List<ReviewedCall> calls, Predicate<ReviewedCall> wanted) {
        return Stream.of(Dimension.values())
                .flatMap(dimension -> of(dimension, calls, wanted).stream())
                .toList();
    }

    private static Optional<Breakdown> of(
            Dimension dimension, List<ReviewedCall> calls, Predicate<ReviewedCall> wanted) {
        Map<String, int[]> counts = new TreeMap<>();
        for (ReviewedCall call : calls) {
            for (String value : call.values().getOrDefault(dimension, List.of(CallFields.UNKNOWN))) {
                int[] count = counts.computeIfAbsent(value, each -> new int[2]);
                count[0] += wanted.test(call) ? 1 : 0;
                count[1]++;
            }
        }
        List<Row> rows = new ArrayList<>();
        counts.forEach((value, count) -> rows.add(new Row(value, Share.of(count[0], count[1]))));
        rows.sort(order(dimension));
        boolean known = rows.stream().anyMatch(row -> !row.value().equals(CallFields.UNKNOWN));
        return known ? Optional.of(new Breakdown(dimension, rows)) : Optional.empty();
    }

    private static Comparator<Row> order(Dimension dimension) {
        Comparator<Row> unknownLast = Comparator.comparing(row -> row.value().equals(CallFields.UNKNOWN));
        return dimension == Dimension.HOUR
                ? unknownLast.thenComparing(Row::value)
                : unknownLast
                        .thenComparing(row -> -row.share().part())
                        .thenComparing(row -> -row.share().whole())
                        .thenComparing(Row::value);
    }
}
