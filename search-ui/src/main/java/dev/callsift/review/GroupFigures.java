package dev.callsift.review;

import java.util.List;

/**
 * What became of cancellations, by one dimension.
 *
 * @param dimension by which calls are told apart
 * @param rows the value with most cancellations first; hours in their order
 */
public record GroupFigures(Dimension dimension, List<Row> rows) {

    /**
     * @param value of the dimension, or {@code unknown}
     * @param cancellations calls in which a cancellation is spoken of, of all calls with this value
     * @param cancelled of those
     * @param saved of those
     */
    public record Row(String value, Share cancellations, Share cancelled, Share saved) {}

    public GroupFigures {
        rows = List.copyOf(rows);
    }

    static List<GroupFigures> of(List<ReviewedCall> calls) {
        List<ReviewedCall> cancellations =
                calls.stream().filter(ReviewedCall::cancellation).toList();
        List<Breakdown> cancelled = Breakdown.of(cancellations, ReviewedCall::cancelled);
        List<Breakdown> saved = Breakdown.of(cancellations, ReviewedCall::saved);
        return Breakdown.of(calls, ReviewedCall::cancellation).stream()
                .map(all -> new GroupFigures(
                        all.dimension(),
                        all.rows().stream()
                                .map(row -> new Row(
                                        row.value(),
                                        row.share(),
                                        share(cancelled, all.dimension(), row.value()),
                                        share(saved, all.dimension(), row.value())))
                                .toList()))
                .toList();
    }

    private static Share share(List<Breakdown> breakdowns, Dimension dimension, String value) {
        return breakdowns.stream()
                .filter(breakdown -> breakdown.dimension() == dimension)
                .flatMap(breakdown -> breakdown.rows().stream())
                .filter(row -> row.value().equals(value))
                .map(Breakdown.Row::share)
                .findFirst()
                .orElse(Share.of(0, 0));
    }
}
