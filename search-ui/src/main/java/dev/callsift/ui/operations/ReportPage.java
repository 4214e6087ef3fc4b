package dev.callsift.ui.operations;

import dev.callsift.pipeline.operations.OperationsReport;
import dev.callsift.ui.TagChips;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What became of the requests of a week, as its page shows it.
 *
 * @param week as it is written
 * @param range its days
 * @param total of all requests
 * @param previous address of the week before
 * @param next address of the week after
 */
record ReportPage(
        String week,
        String range,
        RowView total,
        List<Group> groups,
        String previous,
        String next,
        String csv,
        String json) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final String ADDRESS = "/queue/report";

    /** A table. */
    record Group(String title, List<RowView> rows) {}

    /**
     * A line of a table; times as people say them.
     *
     * @param href where the items behind it are listed; null where there is no such list
     */
    record RowView(
            String name,
            @Nullable String href,
            OperationsReport.Row figures,
            String medianToSeen,
            String p90ToSeen,
            String medianToDone,
            String p90ToDone) {

        private static RowView of(OperationsReport.Row row, String name, @Nullable String href) {
            return new RowView(
                    name,
                    href,
                    row,
                    said(row.toSeen().median()),
                    said(row.toSeen().p90()),
                    said(row.toDone().median()),
                    said(row.toDone().p90()));
        }
    }

    static ReportPage of(
            ReportPeriod period, OperationsReport report, TagChips chips, Function<String, String> titles) {
        List<RowView> types =
                rows(report.types(), row -> chips.of(String.valueOf(row.name())).title(), row -> new QueueFilter(
                                String.valueOf(row.name()), "", "", QueueFilter.ALL, "")
                        .address());
        List<RowView> teams = rows(
                report.teams(),
                row -> row.name() == null ? "No team" : titles.apply(row.name()),
                row -> new QueueFilter("", row.name() == null ? QueueFilter.NONE : row.name(), "", QueueFilter.ALL, "")
                        .address());
        return new ReportPage(
                period.week(),
                DAY.format(period.first()) + " to " + DAY.format(period.last()),
                RowView.of(report.total(), "All requests", "/queue?state=all"),
                List.of(new Group("What was asked for", types), new Group("Team", teams)),
                address("", period.weeksLater(-1)),
                address("", period.weeksLater(1)),
                address(".csv", period),
                "/api/items/report?week=" + period.week());
    }

    private static List<RowView> rows(
            List<OperationsReport.Row> rows,
            Function<OperationsReport.Row, String> name,
            Function<OperationsReport.Row, @Nullable String> href) {
        return rows.stream()
                .map(row -> RowView.of(row, name.apply(row), href.apply(row)))
                .toList();
    }

    private static String address(String ending, ReportPeriod period) {
        return ADDRESS + ending + "?week=" + period.week();
    }

    /** The two largest units; an en dash where nothing is known. */
    private static String said(@Nullable Duration time) {
        if (time == null) {
            return "–";
        }
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        return time.toHours() > 0
                ? time.toHours() + " h " + time.toMinutesPart() + " min"
                : time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
}
