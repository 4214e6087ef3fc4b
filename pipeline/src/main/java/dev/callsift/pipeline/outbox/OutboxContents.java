package dev.callsift.pipeline.outbox;

import static dev.callsift.pipeline.outbox.OutboxRows.utc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people see of the outbox, and what they decide about messages that could not be delivered. Thread-safe. */
public final class OutboxContents {

    private final JdbcClient database;
    private final InstantSource clock;

    public OutboxContents(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The messages of a state, those first that need looking at: the oldest pending or dead, the newest of the others.
     *
     * @param channel of all channels when null
     */
    public List<StoredMessage> list(MessageState state, @Nullable String channel, int limit) {
        String order = state.lets() ? "finished_at desc, id desc" : "id";
        String condition = channel == null ? "" : " and channel = :channel";
        JdbcClient.StatementSpec query = database.sql("select * from outbox_message where state = :state" + condition
                        + " order by " + order + " limit :limit")
                .param("state", state.name())
                .param("limit", limit);
        return (channel == null ? query : query.param("channel", channel))
                .query(OutboxRows::message)
                .list();
    }

    public Optional<StoredMessage> find(long id) {
        return database.sql("select * from outbox_message where id = ?")
                .param(id)
                .query(OutboxRows::message)
                .optional();
    }

    /** How many messages are in each state; every state is present. */
    public Map<MessageState, Long> counts() {
        Map<MessageState, Long> counts = new EnumMap<>(MessageState.class);
        for (MessageState state : MessageState.values()) {
            counts.put(state, 0L);
        }
        database.sql("select state, count(*) from outbox_message group by state")
                .query(row -> {
                    counts.put(MessageState.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /** How one channel is doing. */
    public ChannelFigures figures(String channel) {
        Map<MessageState, Long> counts = new EnumMap<>(MessageState.class);
        database.sql("select state, count(*) from outbox_message where channel = ? group by state")
                .param(channel)
                .query(row -> {
                    counts.put(MessageState.valueOf(row.getString(1)), row.getLong(2));
                });
        Optional<Instant> last = database.sql(
                        "select max(finished_at) from outbox_message where channel = ? and state = 'DELIVERED'")
                .param(channel)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
        return new ChannelFigures(
                counts.getOrDefault(MessageState.PENDING, 0L),
                counts.getOrDefault(MessageState.DEAD, 0L),
                counts.getOrDefault(MessageState.DELIVERED, 0L),
                last);
    }

    /** Names of channels that messages were for, configured or not. */
    public List<String> channels() {
        return database.sql("select distinct channel from outbox_subject order by channel")
                .query(String.class)
                .list();
    }

    /** When the next pending message is due, for whoever waits for it. */
    public Optional<Instant> nextDue() {
        return database.sql("select min(due_at) from outbox_message where state = 'PENDING'")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** How many later messages wait behind a dead one. */
    public long heldBack(StoredMessage message) {
        return database.sql("select count(*) from outbox_message where channel = ? and subject_id = ? and sequence > ?"
                        + " and state = 'PENDING'")
                .params(message.message().channel(), message.message().subjectId(), message.sequence())
                .query(Long.class)
                .single();
    }

    /** Puts a dead message back, with all its attempts before it. @return false when there is no dead one of this id */
    public boolean redeliver(long id) {
        return database.sql(REDELIVER + " and id = ?")
                        .params(utc(clock.instant()), id)
                        .update()
                == 1;
    }

    /** Puts back all dead messages, or those of one channel. */
    public int redeliverAll(@Nullable String channel) {
        return channel == null
                ? database.sql(REDELIVER).param(utc(clock.instant())).update()
                : database.sql(REDELIVER + " and channel = ?")
                        .params(utc(clock.instant()), channel)
                        .update();
    }

    private static final String REDELIVER = "update outbox_message set state = 'PENDING', attempts = 0, due_at = ?,"
            + " claim = null, claimed_until = null, finished_at = null where state = 'DEAD'";

    /** Decides that a dead message is not to be delivered; what waits behind it may leave. @return false when there is none */
    public boolean discard(long id) {
        return database.sql(
                                "update outbox_message set state = 'DISCARDED', finished_at = ? where state = 'DEAD' and id = ?")
                        .params(utc(clock.instant()), id)
                        .update()
                == 1;
    }

    /** Forgets messages that have left, and requests that were answered, longer ago than this; the dead and the pending stay. */
    public int forget(Duration age) {
        OffsetDateTime before = utc(clock.instant().minus(age));
        database.sql("delete from inbound_request where received_at < ?")
                .param(before)
                .update();
        return database.sql(
                        "delete from outbox_message where state in ('DELIVERED', 'RECORDED', 'DISCARDED') and finished_at < ?")
                .param(before)
                .update();
    }
}
