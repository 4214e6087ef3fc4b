package dev.callsift.pipeline.verdict;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reviewers' notes, in the database. Thread-safe; takes part in the caller's transaction where there is one. */
public final class CallNotes {

    private final JdbcClient database;

    public CallNotes(JdbcClient database) {
        this.database = database;
    }

    public void add(CallNote note) {
        database.sql("insert into call_note (call_id, note, reviewer, at_time) values (?, ?, ?, ?)")
                .params(note.callId(), note.note(), note.reviewer(), note.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In the order of time. */
    public List<CallNote> of(String callId) {
        return database.sql("select * from call_note where call_id = ? order by at_time, id")
                .param(callId)
                .query((row, number) -> new CallNote(
                        row.getString("call_id"),
                        row.getString("note"),
                        row.getString("reviewer"),
                        row.getObject("at_time", OffsetDateTime.class).toInstant()))
                .list();
    }
}
