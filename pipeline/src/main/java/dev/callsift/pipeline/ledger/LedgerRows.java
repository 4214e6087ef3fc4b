package dev.callsift.pipeline.ledger;

import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.RecordingObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table {@code recording}. */
final class LedgerRows {

    private static final int LONGEST_DETAIL = 4_000;

    private LedgerRows() {}

    static LedgerEntry entry(ResultSet row, int number) throws SQLException {
        return new LedgerEntry(
                row.getLong("sequence"),
                new RecordingObject(
                        new RecordingKey(row.getString("recording_key")),
                        row.getString("etag"),
                        row.getLong("size_bytes"),
                        time(row, "last_modified")),
                RecordingState.valueOf(row.getString("state")),
                quarantine(row),
                row.getInt("attempts"),
                facts(row),
                changedAt(row));
    }

    static String shorten(String detail) {
        return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL - 1) + "…";
    }

    private static @Nullable Quarantine quarantine(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return reason == null
                ? null
                : new Quarantine(
                        QuarantineReason.valueOf(reason), row.getString("detail"), time(row, "quarantined_at"));
    }

    private static @Nullable TranscriptionFacts facts(ResultSet row) throws SQLException {
        return row.getString("speech_model") == null
                ? null
                : new TranscriptionFacts(
                        millis(row, "duration_ms"),
                        millis(row, "channel_ms"),
                        millis(row, "speech_ms"),
                        millis(row, "wall_ms"),
                        millis(row, "recognizer_ms"),
                        millis(row, "other_ms"),
                        row.getString("speech_model"),
                        row.getString("model_hash"));
    }

    private static Instant changedAt(ResultSet row) throws SQLException {
        Instant latest = time(row, "discovered_at");
        for (String column : new String[] {"transcribed_at", "tagged_at", "indexed_at", "quarantined_at"}) {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            if (time != null && time.toInstant().isAfter(latest)) {
                latest = time.toInstant();
            }
        }
        return latest;
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Duration millis(ResultSet row, String column) throws SQLException {
        return Duration.ofMillis(row.getLong(column));
    }
}
