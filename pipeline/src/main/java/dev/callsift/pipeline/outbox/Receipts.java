package dev.callsift.pipeline.outbox;

import static dev.callsift.pipeline.outbox.OutboxRows.utc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has got what, and how much of it lately. */
final class Receipts {

    private final JdbcClient database;
    private final InstantSource clock;

    Receipts(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notes that a recipient got messages in one sending. */
    void add(List<StoredMessage> messages, String recipient, String sending) {
        for (StoredMessage message : messages) {
            database.sql("insert into outbox_receipt (message, recipient, sending, sent_at) values (?, ?, ?, ?)")
                    .params(message.id(), recipient, sending, utc(clock.instant()))
                    .update();
        }
    }

    /** Those of some messages that a recipient has not got. */
    List<StoredMessage> missing(List<StoredMessage> messages, String recipient) {
        Set<Long> got = database.sql(
                        "select message from outbox_receipt where recipient = :recipient and message in (:ids)")
                .param("recipient", recipient)
                .param("ids", messages.stream().map(StoredMessage::id).toList())
                .query(Long.class)
                .set();
        return messages.stream().filter(message -> !got.contains(message.id())).toList();
    }

    /**
     * When a recipient may get something again who may get so many sendings in a period.
     *
     * @return nothing when that is now
     */
    Optional<Instant> freeAt(String recipient, int limit, Duration period) {
        Instant now = clock.instant();
        return database.sql("""
                        select min(sent_at) as first from outbox_receipt
                        where recipient = :recipient and sent_at > :since
                        group by sending order by first desc limit 1 offset :more""")
                .param("recipient", recipient)
                .param("since", utc(now.minus(period)))
                .param("more", limit - 1)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .map(sent -> sent.plus(period));
    }
}
