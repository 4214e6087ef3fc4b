package dev.callsift.pipeline.outbox;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where changes leave their messages. {@link #add} takes part in the caller's transaction: when that is rolled back the message
 * never was, when it is committed the message will be delivered, whatever happens to the process.
 *
 * <p>Thread-safe.
 */
public final class Outbox {

    private final JdbcClient database;
    private final TransactionTemplate joined;
    private final TransactionTemplate own;
    private final InstantSource clock;

    public Outbox(JdbcClient database, PlatformTransactionManager transactions, InstantSource clock) {
        this.database = database;
        this.joined = new TransactionTemplate(transactions);
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * Adds a message, in the caller's transaction or, where there is none, in one of its own. Until that transaction ends, another
     * one that adds a message of the same subject and channel waits: that is what keeps them in order.
     *
     * @return the id by which receivers know the message
     */
    public String add(OutboxMessage message) {
        String id = UUID.randomUUID().toString();
        joined.executeWithoutResult(status -> insert(message, id, nextSequence(message)));
        return id;
    }

    private void insert(OutboxMessage message, String id, long sequence) {
        OffsetDateTime now = OutboxRows.utc(clock.instant());
        database.sql("""
                        insert into outbox_message
                          (message_id, topic, channel, subject_id, sequence, payload, happened_at, added_at, state, due_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?)""")
                .params(
                        id,
                        message.topic(),
                        message.channel(),
                        message.subjectId(),
                        sequence,
                        message.payloadJson(),
                        OutboxRows.utc(message.at()),
                        now,
                        now)
                .update();
    }

    private long nextSequence(OutboxMessage message) {
        if (!advance(message)) {
            begin(message);
            if (!advance(message)) {
                throw new IllegalStateException(
                        message.channel() + " " + message.subjectId()
                                + ": its row in outbox_subject is not seen; add messages in a transaction of level read committed");
            }
        }
        return database.sql("select last_sequence from outbox_subject where channel = ? and subject_id = ?")
                .params(message.channel(), message.subjectId())
                .query(Long.class)
                .single();
    }

    private boolean advance(OutboxMessage message) {
        return database.sql("update outbox_subject set last_sequence = last_sequence + 1"
                                + " where channel = ? and subject_id = ?")
                        .params(message.channel(), message.subjectId())
                        .update()
                == 1;
    }

    /** On its own, as a failed insert would end the caller's transaction; a row that counts nothing does no harm. */
    private void begin(OutboxMessage message) {
        try {
            own.executeWithoutResult(status -> database.sql("insert into outbox_subject values (?, ?, 0)")
                    .params(message.channel(), message.subjectId())
                    .update());
        } catch (DuplicateKeyException e) {
            // another transaction was first, which is as good
        }
    }
}
