package dev.callsift.pipeline.operations;

import dev.callsift.pipeline.ledger.Timestamps;
import dev.callsift.pipeline.routing.ItemFacts;
import dev.callsift.pipeline.routing.OrderState;
import dev.callsift.pipeline.routing.Routing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tries the rules on items that are in the queue already, and changes none. Thread-safe. */
public final class RoutingTrial {

    private final JdbcClient database;
    private final Routing routing;

    public RoutingTrial(JdbcClient database, Routing routing) {
        this.database = database;
        this.routing = routing;
    }

    /**
     * Those that came into the queue in a period, the newest first, without withdrawn ones.
     *
     * @param to not part of the period
     */
    public List<TriedItem> of(Instant from, Instant to, int most) {
        return database.sql(
                        "select i.id, i.type, i.state, i.team, i.queue, i.customer_number, i.confidence, i.created_at,"
                                + " o.plain_number, o.dispatch_cutoff, o.shipped_at, o.delivered_at, o.cancelled_at"
                                + " from work_item i left join customer_order o on o.plain_number = i.order_number"
                                + " where i.state <> 'WITHDRAWN' and i.created_at >= ? and i.created_at < ?"
                                + " order by i.created_at desc, i.id desc limit ?")
                .params(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC), most)
                .query((row, number) -> item(row))
                .list();
    }

    private TriedItem item(ResultSet row) throws SQLException {
        Instant created = row.getObject("created_at", OffsetDateTime.class).toInstant();
        ItemFacts facts = new ItemFacts(
                row.getString("type"),
                row.getString("queue"),
                row.getString("customer_number"),
                row.getDouble("confidence"),
                order(row, created));
        return new TriedItem(
                row.getLong("id"),
                facts.type(),
                ItemState.valueOf(row.getString("state")),
                row.getString("team"),
                facts.queue(),
                facts.customerNumber(),
                facts.confidence(),
                facts.order(),
                created,
                routing.route(facts));
    }

    private static OrderState order(ResultSet row, Instant created) throws SQLException {
        return row.getString("plain_number") == null
                ? OrderState.UNKNOWN
                : OrderState.at(
                        created,
                        Timestamps.read(row, "dispatch_cutoff"),
                        Timestamps.read(row, "shipped_at"),
                        Timestamps.read(row, "delivered_at"),
                        Timestamps.read(row, "cancelled_at"));
    }
}
