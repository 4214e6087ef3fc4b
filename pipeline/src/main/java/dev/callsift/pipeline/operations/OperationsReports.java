package dev.callsift.pipeline.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the items of a period, in the database. Thread-safe. */
public final class OperationsReports {

    private static final String FIGURES = """
             as name,
            count(*) filter (where i.state <> 'NOT_A_REQUEST') as asked,
            count(*) filter (where i.state <> 'NOT_A_REQUEST' and i.seen_at is not null) as seen,
            count(*) filter (where i.state in ('NEW', 'ACKNOWLEDGED')) as open_items,
            count(*) filter (where i.state = 'DONE') as done,
            count(*) filter (where i.state = 'DONE' and i.closed_at <= o.dispatch_cutoff) as done_in_time,
            count(*) filter (where i.state = 'DONE' and i.closed_at > o.dispatch_cutoff) as done_late,
            count(*) filter (where i.state = 'TOO_LATE') as too_late,
            count(*) filter (where i.state = 'REFUSED') as refused,
            count(*) filter (where i.state = 'NOT_A_REQUEST') as not_requests,
            count(*) filter (where i.state <> 'NOT_A_REQUEST' and i.type like 'modify.%' and i.answer = 'refused'
                and i.call_cancelled) as refused_cancelled,
            percentile_cont(0.5) within group (order by case when i.state <> 'NOT_A_REQUEST' then
                extract(epoch from i.seen_at) - extract(epoch from i.call_ended_at) end) as seen_median,
            percentile_cont(0.9) within group (order by case when i.state <> 'NOT_A_REQUEST' then
                extract(epoch from i.seen_at) - extract(epoch from i.call_ended_at) end) as seen_p90,
            percentile_cont(0.5) within group (order by case when i.state = 'DONE' then
                extract(epoch from i.closed_at) - extract(epoch from i.call_ended_at) end) as done_median,
            percentile_cont(0.9) within group (order by case when i.state = 'DONE' then
                extract(epoch from i.closed_at) - extract(epoch from i.call_ended_at) end) as done_p90
            from work_item i left join customer_order o on o.plain_number = i.order_number
            where i.state <> 'WITHDRAWN' and coalesce(i.call_ended_at, i.created_at) >= ?
                and coalesce(i.call_ended_at, i.created_at) < ?
            """;

    private final JdbcClient database;

    public OperationsReports(JdbcClient database) {
        this.database = database;
    }

    /**
     * Of the items whose calls ended in a period; an item whose call does not say when counts when it came into the queue.
     *
     * @param to not part of the period
     * @throws IllegalArgumentException when the period ends before it begins
     */
    public OperationsReport of(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "the period ends at " + to + ", which is not after its beginning " + from);
        }
        return new OperationsReport(
                from,
                to,
                rows("cast(null as varchar(100))", "", from, to).getFirst(),
                rows("i.type", "group by i.type order by asked desc, i.type", from, to),
                rows("i.team", "group by i.team order by asked desc, i.team", from, to));
    }

    private List<OperationsReport.Row> rows(String name, String grouped, Instant from, Instant to) {
        return database.sql("select " + name + FIGURES + grouped)
                .param(from.atOffset(ZoneOffset.UTC))
                .param(to.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row(row))
                .list();
    }

    private static OperationsReport.Row row(ResultSet row) throws SQLException {
        return new OperationsReport.Row(
                row.getString("name"),
                row.getLong("asked"),
                row.getLong("seen"),
                row.getLong("open_items"),
                row.getLong("done"),
                row.getLong("done_in_time"),
                row.getLong("done_late"),
                row.getLong("too_late"),
                row.getLong("refused"),
                row.getLong("not_requests"),
                row.getLong("refused_cancelled"),
                new OperationsReport.Waiting(seconds(row, "seen_median"), seconds(row, "seen_p90")),
                new OperationsReport.Waiting(seconds(row, "done_median"), seconds(row, "done_p90")));
    }

    private static @Nullable Duration seconds(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? null : Duration.ofSeconds(Math.round(seconds));
    }
}
