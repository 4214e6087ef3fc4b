package dev.callsift.pipeline.outbox;

import static dev.callsift.pipeline.outbox.OutboxRows.utc;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what became of a claimed message, unless the claim was lost meanwhile. */
final class Ending {

    private final JdbcClient database;
    private final InstantSource clock;

    Ending(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** It is over with this message. */
    void finish(Claim claim, StoredMessage message, MessageState state, int failures, @Nullable String problem) {
        write(claim, message, state, failures, clock.instant(), problem, utc(clock.instant()));
    }

    /** It is tried again. */
    void postpone(Claim claim, StoredMessage message, int failures, Instant due, String problem) {
        write(claim, message, MessageState.PENDING, failures, due, problem, null);
    }

    private void write(
            Claim claim,
            StoredMessage message,
            MessageState state,
            int failures,
            Instant due,
            @Nullable String problem,
            @Nullable OffsetDateTime finished) {
        database.sql("""
                        update outbox_message set state = :state, attempts = :failures, due_at = :due, problem = :problem,
                          tried_at = :now, finished_at = :finished, claim = null, claimed_until = null
                        where id = :id and claim = :claim and state = 'PENDING'""")
                .param("state", state.name())
                .param("failures", failures)
                .param("due", utc(due))
                .param("problem", problem == null ? null : OutboxRows.shorten(problem))
                .param("now", utc(clock.instant()))
                .param("finished", finished)
                .param("id", message.id())
                .param("claim", claim.token())
                .update();
    }
}
