package dev.callsift.pipeline.orders;

import dev.callsift.pipeline.ledger.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The orders that are known, in the database. Thread-safe; takes part in the caller's transaction where there is one. */
public final class Orders {

    private static final String COLUMNS = "number, status, placed_at, promised_at, dispatch_cutoff, shipped_at,"
            + " delivered_at, cancelled_at, cancel_reason, amount, currency, items, courier, tracking, payment_method,"
            + " updated_at, plain_number";

    private final JdbcClient database;
    private final InstantSource clock;

    public Orders(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds an order, or replaces what was known of it. */
    public void put(Order order) {
        List<@Nullable Object> values = values(order);
        String set = COLUMNS.replace(", plain_number", "").replace(",", " = ?,") + " = ?";
        int known = database.sql("update customer_order set " + set + " where plain_number = ?")
                .params(values)
                .update();
        if (known == 0) {
            database.sql("insert into customer_order (" + COLUMNS + ") values (" + "?, ".repeat(values.size() - 1)
                            + "?)")
                    .params(values)
                    .update();
        }
        putPhones(order);
    }

    private void putPhones(Order order) {
        database.sql("delete from order_phone where plain_number = ?")
                .param(order.number().plain())
                .update();
        order.phones().stream().distinct().forEach(phone -> database.sql(
                        "insert into order_phone (plain_number, phone) values (?, ?)")
                .params(order.number().plain(), phone)
                .update());
    }

    private List<@Nullable Object> values(Order order) {
        return Arrays.asList(
                order.number().written(),
                order.status(),
                Timestamps.utc(order.placedAt()),
                Timestamps.utc(order.promisedAt()),
                Timestamps.utc(order.dispatchCutoff()),
                Timestamps.utc(order.shippedAt()),
                Timestamps.utc(order.deliveredAt()),
                Timestamps.utc(order.cancelledAt()),
                order.cancelReason(),
                order.amount(),
                order.currency(),
                order.items(),
                order.courier(),
                order.tracking(),
                order.paymentMethod(),
                Timestamps.utc(clock.instant()),
                order.number().plain());
    }

    /** @param number however it is written */
    public Optional<Order> find(String number) {
        return among(List.of(OrderNumber.plain(number))).stream().findFirst();
    }

    /** Those that are known of some numbers, in the order of their numbers. */
    List<Order> among(Collection<String> plainNumbers) {
        return plainNumbers.isEmpty()
                ? List.of()
                : database.sql("select * from customer_order where plain_number in (:numbers) order by plain_number")
                        .param("numbers", plainNumbers)
                        .query(this::order)
                        .list();
    }

    /** A customer's orders, the latest first. */
    public List<Order> ofPhone(String phone) {
        return database.sql("select o.* from customer_order o join order_phone p on p.plain_number = o.plain_number"
                        + " where p.phone = ? order by o.placed_at desc, o.plain_number")
                .param(phone)
                .query(this::order)
                .list();
    }

    public long count() {
        return database.sql("select count(*) from customer_order")
                .query(Long.class)
                .single();
    }

    private Order order(ResultSet row, int number) throws SQLException {
        String plain = row.getString("plain_number");
        return new Order(
                new OrderNumber(row.getString("number"), plain),
                phones(plain),
                row.getString("status"),
                Timestamps.read(row, "placed_at"),
                Timestamps.read(row, "promised_at"),
                Timestamps.read(row, "dispatch_cutoff"),
                Timestamps.read(row, "shipped_at"),
                Timestamps.read(row, "delivered_at"),
                Timestamps.read(row, "cancelled_at"),
                row.getString("cancel_reason"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getString("items"),
                row.getString("courier"),
                row.getString("tracking"),
                row.getString("payment_method"));
    }

    private List<String> phones(String plain) {
        return database.sql("select phone from order_phone where plain_number = ? order by phone")
                .param(plain)
                .query(String.class)
                .list();
    }
}
