package dev.callsift.pipeline.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Rows of {@code outbox_message} as records, and moments as columns. */
final class OutboxRows {

    private static final int LONGEST_PROBLEM = 1_000;

    private OutboxRows() {}

    static StoredMessage message(ResultSet row, int number) throws SQLException {
        return new StoredMessage(
                row.getLong("id"),
                row.getString("message_id"),
                new OutboxMessage(
                        row.getString("topic"),
                        row.getString("subject_id"),
                        row.getString("channel"),
                        row.getString("payload"),
                        moment(row, "happened_at")),
                row.getLong("sequence"),
                moment(row, "added_at"),
                MessageState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                moment(row, "due_at"),
                row.getString("problem"),
                momentOrNull(row, "tried_at"),
                momentOrNull(row, "finished_at"));
    }

    static String shorten(String problem) {
        return problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM - 1) + "…";
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
