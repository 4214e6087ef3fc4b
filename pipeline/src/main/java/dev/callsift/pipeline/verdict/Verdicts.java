package dev.callsift.pipeline.verdict;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.transcript.Transcript;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reviewers' verdicts, in the database. Thread-safe; takes part in the caller's transaction where there is one. */
public final class Verdicts {

    private final JdbcClient database;

    public Verdicts(JdbcClient database) {
        this.database = database;
    }

    public void record(Verdict verdict) {
        database.sql("insert into verdict (call_id, code, kind, words, speaker, start_ms, end_ms, reviewer, at_time)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        verdict.callId(),
                        verdict.code(),
                        verdict.kind().name(),
                        verdict.words(),
                        verdict.speaker() == null ? null : verdict.speaker().name(),
                        verdict.startMs(),
                        verdict.endMs(),
                        verdict.reviewer(),
                        verdict.at().atOffset(ZoneOffset.UTC)))
                .update();
    }

    /** What was said of a call, in the order of time. */
    public List<Verdict> of(String callId) {
        return database.sql("select * from verdict where call_id = ? order by at_time, id")
                .param(callId)
                .query(Verdicts::verdict)
                .list();
    }

    /** A call's tags after what was said of them, see {@link ReviewedTags}. */
    public CallTags applied(Transcript transcript, CallTags tags) {
        return ReviewedTags.of(transcript, tags, of(transcript.id()));
    }

    /** What was said from one moment on and before another, in the order of time. */
    public List<Verdict> between(Instant from, Instant to) {
        return database.sql("select * from verdict where at_time >= ? and at_time < ? order by at_time, id")
                .params(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC))
                .query(Verdicts::verdict)
                .list();
    }

    private static Verdict verdict(ResultSet row, int number) throws SQLException {
        String speaker = row.getString("speaker");
        return new Verdict(
                row.getString("call_id"),
                row.getString("code"),
                Verdict.Kind.valueOf(row.getString("kind")),
                row.getString("words"),
                speaker == null ? null : Speaker.valueOf(speaker),
                row.getLong("start_ms"),
                row.getLong("end_ms"),
                row.getString("reviewer"),
                row.getObject("at_time", OffsetDateTime.class).toInstant());
    }
}
