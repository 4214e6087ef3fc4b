package dev.callsift.pipeline.outbox;

import static dev.callsift.pipeline.outbox.OutboxRows.utc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who delivers what. A message is claimed by writing a token into its row, in one statement that does nothing when another was
 * first; that is the same on every database. A claim ends by itself, so what a killed process held is delivered by another one.
 */
final class Claims {

    /** A few, as other threads and processes claim the same ones first. */
    private static final int CANDIDATES = 16;

    private static final int LARGEST_DIGEST = 50;

    private static final String FREE = " m.state = 'PENDING' and (m.claimed_until is null or m.claimed_until <= :now) ";

    /** Nothing earlier of the subject is still to be delivered, or lies dead. */
    private static final String FIRST = """
             not exists (select 1 from outbox_message e
               where e.channel = m.channel and e.subject_id = m.subject_id and e.sequence < m.sequence
                 and e.state in ('PENDING', 'DEAD'))""";

    private final JdbcClient database;
    private final InstantSource clock;
    private final Duration lease;

    Claims(JdbcClient database, InstantSource clock, Duration lease) {
        this.database = database;
        this.clock = clock;
        this.lease = lease;
    }

    /** The first message that is due and that nobody else claims meanwhile. */
    Optional<Claim> next() {
        for (StoredMessage candidate : candidates()) {
            String token = UUID.randomUUID().toString();
            if (claim(candidate.id(), token)) {
                return Optional.of(new Claim(token, List.of(candidate)));
            }
        }
        return Optional.empty();
    }

    private List<StoredMessage> candidates() {
        return database.sql("select m.* from outbox_message m where" + FREE + "and m.due_at <= :now and " + FIRST
                        + " order by m.due_at, m.id limit " + CANDIDATES)
                .param("now", utc(clock.instant()))
                .query(OutboxRows::message)
                .list();
    }

    /** How many messages of a channel could leave now, were it not for order. */
    long waiting(String channel) {
        return database.sql("select count(*) from outbox_message m where" + FREE
                        + "and m.due_at <= :now and m.channel = :channel")
                .param("now", utc(clock.instant()))
                .param("channel", channel)
                .query(Long.class)
                .single();
    }

    /** Adds to a claim what else waits for its channel and may leave with it, subject by subject in order. */
    Claim widened(Claim claim) {
        StoredMessage first = claim.messages().getFirst();
        Set<String> closed = new HashSet<>();
        List<StoredMessage> messages = new ArrayList<>(claim.messages());
        for (StoredMessage each : unfinished(first.message().channel())) {
            String subject = each.message().subjectId();
            if (each.id() == first.id() || closed.contains(subject)) {
                continue;
            }
            if (messages.size() < LARGEST_DIGEST && isDue(each) && claim(each.id(), claim.token())) {
                messages.add(each);
            } else {
                closed.add(subject);
            }
        }
        return new Claim(claim.token(), messages);
    }

    private boolean isDue(StoredMessage message) {
        return message.state() == MessageState.PENDING && !message.due().isAfter(clock.instant());
    }

    private List<StoredMessage> unfinished(String channel) {
        return database.sql(
                        "select m.* from outbox_message m where m.state in ('PENDING', 'DEAD') and m.channel = :channel"
                                + " order by m.id limit 500")
                .param("channel", channel)
                .query(OutboxRows::message)
                .list();
    }

    private boolean claim(long id, String token) {
        Instant now = clock.instant();
        return database.sql("update outbox_message m set claim = :token, claimed_until = :until where m.id = :id and"
                                + FREE)
                        .param("token", token)
                        .param("until", utc(now.plus(lease)))
                        .param("id", id)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Takes all of a claim for another lease. @return false when some of it is lost, or has less than it needs */
    boolean renew(Claim claim) {
        Instant now = clock.instant();
        return database.sql(
                                "update outbox_message set claimed_until = :until"
                                        + " where claim = :token and claimed_until > :now and id in (:ids) and state = 'PENDING'")
                        .param("until", utc(now.plus(lease)))
                        .param("token", claim.token())
                        .param("now", utc(now))
                        .param("ids", claim.ids())
                        .update()
                == claim.messages().size();
    }
}
