package dev.callsift.pipeline.verdict;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.transcript.Transcript;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reviewers' corrections of words, in the database. Thread-safe; takes part in the caller's transaction where there is one. */
public final class WordCorrections {

    private final JdbcClient database;

    public WordCorrections(JdbcClient database) {
        this.database = database;
    }

    public void record(WordCorrection correction) {
        database.sql(
                        "insert into word_correction (call_id, undoes, speaker, start_ms, end_ms, was, words, reviewer, at_time)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        correction.callId(),
                        correction.undoes(),
                        correction.speaker().name(),
                        correction.startMs(),
                        correction.endMs(),
                        correction.was(),
                        correction.words(),
                        correction.reviewer(),
                        correction.at().atOffset(ZoneOffset.UTC)))
                .update();
    }

    /** All of a call, in the order in which they were made. */
    public List<WordCorrection> of(String callId) {
        return database.sql("select * from word_correction where call_id = ? order by id")
                .param(callId)
                .query(WordCorrections::correction)
                .list();
    }

    /** @param machine as it is stored */
    public CorrectedTranscript of(Transcript machine) {
        return CorrectedTranscript.of(machine, of(machine.id()));
    }

    private static WordCorrection correction(ResultSet row, int number) throws SQLException {
        long undone = row.getLong("undoes");
        @Nullable Long undoes = row.wasNull() ? null : undone;
        return new WordCorrection(
                row.getLong("id"),
                row.getString("call_id"),
                undoes,
                Speaker.valueOf(row.getString("speaker")),
                row.getLong("start_ms"),
                row.getLong("end_ms"),
                row.getString("was"),
                row.getString("words"),
                row.getString("reviewer"),
                row.getObject("at_time", OffsetDateTime.class).toInstant());
    }
}
