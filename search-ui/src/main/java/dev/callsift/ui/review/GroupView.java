package dev.callsift.ui.review;

import dev.callsift.review.GroupFigures;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of cancellations, by one dimension, as shown.
 *
 * @param further how many values are only in the file
 */
record GroupView(String title, String table, List<RowView> rows, int further) {

    private static final int MOST_ROWS = 24;

    /** @param href null where no search finds these calls */
    record RowView(
            String value,
            @Nullable String href,
            String calls,
            String cancellations,
            String share,
            String cancelled,
            String saved,
            String saveRate,
            String interval) {}

    static GroupView of(GroupFigures group, Links links) {
        String label = group.dimension().label();
        return new GroupView(
                label.substring(0, 1).toUpperCase(Locale.ENGLISH) + label.substring(1),
                links.table("by-" + label),
                group.rows().stream()
                        .limit(MOST_ROWS)
                        .map(row -> row(group, row, links))
                        .toList(),
                Math.max(0, group.rows().size() - MOST_ROWS));
    }

    private static RowView row(GroupFigures group, GroupFigures.Row row, Links links) {
        return new RowView(
                row.value(),
                links.calls(group.dimension(), row.value()),
                Figure.count(row.cancellations().whole()),
                Figure.count(row.cancellations().part()),
                Figure.percent(row.cancellations()),
                Figure.count(row.cancelled().part()),
                Figure.count(row.saved().part()),
                Figure.percent(row.saved()),
                Figure.interval(row.saved()));
    }
}
