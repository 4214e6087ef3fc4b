package dev.callsift.pipeline.operations;

import dev.callsift.pipeline.ledger.Timestamps;
import dev.callsift.pipeline.orders.Order;
import dev.callsift.pipeline.orders.OrderLink;
import dev.callsift.pipeline.routing.Routed;
import dev.callsift.pipeline.transcript.Transcript;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The tables {@code work_item} and {@code work_item_event}. */
final class ItemRows {

    private static final String SELECT = "select i.*, o.number as known_order, o.dispatch_cutoff from work_item i"
            + " left join customer_order o on o.plain_number = i.order_number";
    private static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_VALUE = 1_000;
    private static final int LONGEST_TEAM = 100;

    private final JdbcClient database;

    ItemRows(JdbcClient database) {
        this.database = database;
    }

    long add(Transcript call, Wanted wanted, OrderLink link, Routed routed, Instant now) {
        OffsetDateTime started = call.call().startedAt();
        Instant begun = started == null ? null : started.toInstant();
        Instant ended =
                begun == null ? null : begun.plus(Duration.ofMillis(call.audio().durationMs()));
        var key = new GeneratedKeyHolder();
        database.sql(
                        "insert into work_item (from_value, to_value, to_words, order_spoken, order_number, order_evidence,"
                                + " words, answer, confidence, start_ms, end_ms, team, changed_at, call_id, type, state, version,"
                                + " call_started_at, call_ended_at, agent, customer_number, queue, created_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'NEW', 1, ?, ?, ?, ?, ?, ?)")
                .params(values(
                        wanted,
                        link,
                        routed,
                        now,
                        call.id(),
                        wanted.type(),
                        Timestamps.utc(begun),
                        Timestamps.utc(ended),
                        call.call().agent(),
                        call.call().customerNumber(),
                        call.call().queue(),
                        Timestamps.utc(now)))
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    /** @return whether it says what the tags say now; it does not when somebody has touched it, even a moment ago */
    boolean replace(WorkItem item, Wanted wanted, OrderLink link, Routed routed, Instant now) {
        return database.sql(
                                "update work_item set from_value = ?, to_value = ?, to_words = ?, order_spoken = ?, order_number = ?,"
                                        + " order_evidence = ?, words = ?, answer = ?, confidence = ?, start_ms = ?, end_ms = ?,"
                                        + " team = ?, changed_at = ? where id = ? and version = ? and seen_at is null")
                        .params(values(wanted, link, routed, now, item.id(), item.version()))
                        .update()
                == 1;
    }

    private static List<@Nullable Object> values(
            Wanted wanted, OrderLink link, Routed routed, Instant now, @Nullable Object... more) {
        Order order = link.order();
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                cut(wanted.from(), LONGEST_VALUE),
                cut(wanted.to(), LONGEST_VALUE),
                cut(wanted.toWords(), LONGEST_VALUE),
                wanted.order(),
                order == null ? null : order.number().plain(),
                cut(link.evidence(), LONGEST_VALUE),
                cut(wanted.words(), LONGEST_WORDS),
                wanted.answer(),
                wanted.confidence(),
                wanted.startMs(),
                wanted.endMs(),
                cut(routed.team(), LONGEST_TEAM),
                Timestamps.utc(now)));
        values.addAll(Arrays.asList(more));
        return values;
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /** @return whether it was still the version that was read */
    boolean move(WorkItem item, ItemState to, @Nullable String owner, boolean seen, Instant now) {
        return database.sql("update work_item set state = ?, owner = ?, version = version + 1, changed_at = ?,"
                                + " closed_at = ?, seen_at = coalesce(seen_at, ?) where id = ? and version = ?")
                        .params(Arrays.asList(
                                to.name(),
                                owner,
                                Timestamps.utc(now),
                                to.isOpen() ? null : Timestamps.utc(now),
                                seen ? Timestamps.utc(now) : null,
                                item.id(),
                                item.version()))
                        .update()
                == 1;
    }

    boolean setOrder(WorkItem item, String order, String evidence, Instant now) {
        return database.sql("update work_item set order_number = ?, order_evidence = ?, version = version + 1,"
                                + " changed_at = ?, seen_at = coalesce(seen_at, ?) where id = ? and version = ?")
                        .params(Arrays.asList(
                                order, evidence, Timestamps.utc(now), Timestamps.utc(now), item.id(), item.version()))
                        .update()
                == 1;
    }

    /** Links an item that nobody has touched; another version, as what it says of the order is another. */
    boolean link(WorkItem item, String order, String evidence, @Nullable String team, Instant now) {
        return database.sql(
                                "update work_item set order_number = ?, order_evidence = ?, team = ?, version = version + 1,"
                                        + " changed_at = ? where id = ? and version = ? and seen_at is null")
                        .params(Arrays.asList(
                                order,
                                cut(evidence, LONGEST_VALUE),
                                cut(team, LONGEST_TEAM),
                                Timestamps.utc(now),
                                item.id(),
                                item.version()))
                        .update()
                == 1;
    }

    /** Gives it to another team, where nobody takes care of it yet. */
    boolean setTeam(WorkItem item, @Nullable String team, boolean seen, Instant now) {
        return database.sql("update work_item set team = ?, version = version + 1, changed_at = ?,"
                                + " seen_at = coalesce(seen_at, ?),"
                                + " owner = case when state = 'ACKNOWLEDGED' then null else owner end,"
                                + " state = case when state = 'ACKNOWLEDGED' then 'NEW' else state end"
                                + " where id = ? and version = ?")
                        .params(Arrays.asList(
                                cut(team, LONGEST_TEAM),
                                Timestamps.utc(now),
                                seen ? Timestamps.utc(now) : null,
                                item.id(),
                                item.version()))
                        .update()
                == 1;
    }

    /** The open ones of an order that nobody has touched. */
    List<WorkItem> untouchedOf(String order) {
        return database.sql(
                        SELECT + " where i.order_number = ? and i.state = 'NEW' and i.seen_at is null order by i.id")
                .param(order)
                .query(ItemRows::item)
                .list();
    }

    /** The open ones nobody has touched whose order is not known, the newest first. */
    List<WorkItem> withoutOrder(int most) {
        return database.sql(SELECT + " where i.state = 'NEW' and i.seen_at is null and i.order_number is null"
                        + " order by i.id desc limit ?")
                .param(most)
                .query(ItemRows::item)
                .list();
    }

    /**
     * That what is known of an order is new, so that pages that show its open items are drawn again.
     *
     * @return whether it has any
     */
    boolean touch(String order, Instant now) {
        return database.sql(
                                "update work_item set changed_at = ? where order_number = ? and state in ('NEW', 'ACKNOWLEDGED')")
                        .params(Arrays.asList(Timestamps.utc(now), order))
                        .update()
                > 0;
    }

    /** Also on items that people have touched: it says nothing of the item itself, so that its version stays. */
    void tellOutcome(String callId, boolean cancelled) {
        database.sql("update work_item set call_cancelled = ? where call_id = ?")
                .param(cancelled)
                .param(callId)
                .update();
    }

    void tell(long id, ItemEvent event) {
        database.sql("insert into work_item_event (item_id, at_time, who, state, note) values (?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        id,
                        Timestamps.utc(event.at()),
                        event.who(),
                        event.state().name(),
                        cut(event.note(), 2_000)))
                .update();
    }

    List<WorkItem> ofCall(String callId) {
        return database.sql(SELECT + " where i.call_id = ?")
                .param(callId)
                .query(ItemRows::item)
                .list();
    }

    Optional<WorkItem> find(long id) {
        return database.sql(SELECT + " where i.id = ?")
                .param(id)
                .query(ItemRows::item)
                .optional();
    }

    List<WorkItem> list(ItemFilter filter, int most) {
        StringBuilder sql =
                new StringBuilder(SELECT).append(" where i.confidence >= :confidence and i.state in (:states)");
        Map<String, Object> values = new HashMap<>();
        values.put("confidence", filter.minConfidence());
        values.put("states", filter.states().stream().map(ItemState::name).toList());
        values.put("most", most);
        with("type", filter.type(), sql, values);
        with("owner", filter.owner(), sql, values);
        with("team", filter.team(), sql, values);
        sql.append(" order by case when o.dispatch_cutoff is null then 1 else 0 end, o.dispatch_cutoff,"
                + " i.created_at, i.id limit :most");
        return database.sql(sql.toString()).params(values).query(ItemRows::item).list();
    }

    /** @param value null for any, empty for none */
    private static void with(String column, @Nullable String value, StringBuilder sql, Map<String, Object> values) {
        if (value != null) {
            sql.append(" and coalesce(i.").append(column).append(", '') = :").append(column);
            values.put(column, value);
        }
    }

    /** Those that take care of open items. */
    List<String> owners() {
        return database.sql("select distinct owner from work_item where state in ('NEW', 'ACKNOWLEDGED')"
                        + " and owner is not null order by owner")
                .query(String.class)
                .list();
    }

    Map<ItemState, Long> counts() {
        Map<ItemState, Long> counts = new EnumMap<>(ItemState.class);
        database.sql("select state, count(*) as items from work_item group by state")
                .query(row -> {
                    counts.put(ItemState.valueOf(row.getString("state")), row.getLong("items"));
                });
        return counts;
    }

    List<ItemEvent> history(long id) {
        return database.sql("select * from work_item_event where item_id = ? order by id")
                .param(id)
                .query((row, number) -> new ItemEvent(
                        row.getObject("at_time", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        ItemState.valueOf(row.getString("state")),
                        row.getString("note")))
                .list();
    }

    Instant lastChange() {
        return database.sql("select changed_at from work_item order by changed_at desc limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }

    private static WorkItem item(ResultSet row, int number) throws SQLException {
        return new WorkItem(
                row.getLong("id"),
                row.getString("call_id"),
                row.getString("type"),
                ItemState.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getString("owner"),
                row.getString("team"),
                row.getString("from_value"),
                row.getString("to_value"),
                row.getString("to_words"),
                row.getString("order_spoken"),
                row.getString("known_order"),
                row.getString("order_evidence"),
                row.getString("words"),
                row.getString("answer"),
                row.getDouble("confidence"),
                row.getLong("start_ms"),
                row.getLong("end_ms"),
                Timestamps.read(row, "dispatch_cutoff"),
                Timestamps.read(row, "call_started_at"),
                Timestamps.read(row, "call_ended_at"),
                row.getString("agent"),
                row.getString("customer_number"),
                row.getString("queue"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Timestamps.read(row, "seen_at"),
                Timestamps.read(row, "closed_at"));
    }
}
