package dev.callsift.pipeline.operations;

import dev.callsift.pipeline.index.OrderFacts;
import dev.callsift.pipeline.orders.Order;
import dev.callsift.pipeline.orders.OrderFinder;
import dev.callsift.pipeline.orders.OrderNumber;
import dev.callsift.pipeline.orders.Orders;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.ModificationRequest;
import dev.callsift.pipeline.transcript.Transcript;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Knows which order each call is about, for the index: the one that somebody set by hand, else the one that its number or its caller
 * leads to. Thread-safe; takes part in the caller's transaction where there is one.
 */
public final class CallOrders {

    private final JdbcClient database;
    private final Orders orders;
    private final OrderFinder finder;

    public CallOrders(JdbcClient database, Orders orders, OrderFinder finder) {
        this.database = database;
        this.orders = orders;
        this.finder = finder;
    }

    /** What is known of the order that a call is about; remembers which it is. */
    public OrderFacts of(Transcript call, CallTags tags) {
        String spoken = spoken(tags);
        String caller = call.call().customerNumber();
        Order order =
                setByHand(call.id()).orElseGet(() -> finder.find(spoken, caller).order());
        remember(call.id(), spoken, finder.phone(caller).orElse(null), order);
        return order == null
                ? OrderFacts.NONE
                : new OrderFacts(order.number().plain(), order.products(), order.courier());
    }

    /** The order that a call was last found to be about, as it is known now. */
    public Optional<Order> find(String call) {
        return database.sql("select order_number from call_order where call_id = ? and order_number is not null")
                .param(call)
                .query(String.class)
                .optional()
                .flatMap(orders::find);
    }

    private static @Nullable String spoken(CallTags tags) {
        return tags.modifications().stream()
                .map(ModificationRequest::orderNumber)
                .filter(Objects::nonNull)
                .map(number -> OrderNumber.plain(number))
                .filter(plain -> !plain.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private Optional<Order> setByHand(String call) {
        return database
                .sql("select order_number from work_item where call_id = ? and order_number is not null"
                        + " and order_evidence like ? order by changed_at desc, id desc")
                .params(call, WorkItems.SAID_BY + "%")
                .query(String.class)
                .list()
                .stream()
                .findFirst()
                .flatMap(orders::find);
    }

    private void remember(String call, @Nullable String spoken, @Nullable String phone, @Nullable Order order) {
        List<@Nullable Object> values = Arrays.asList(
                spoken, phone, order == null ? null : order.number().plain(), call);
        int known = database.sql(
                        "update call_order set order_spoken = ?, phone = ?, order_number = ? where call_id = ?")
                .params(values)
                .update();
        if (known == 0) {
            database.sql("insert into call_order (order_spoken, phone, order_number, call_id) values (?, ?, ?, ?)")
                    .params(values)
                    .update();
        }
    }

    /**
     * The calls of which the index would say something else, were they indexed again after an order was told.
     *
     * @param before what was known of the order; null when it was not
     */
    List<String> touchedBy(@Nullable Order before, Order now) {
        boolean same = before != null
                && before.products().equals(now.products())
                && Objects.equals(before.courier(), now.courier());
        return same ? callersOf(now) : union(callsOf(now), callersOf(now));
    }

    private static List<String> union(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    private List<String> callsOf(Order order) {
        return database.sql("select call_id from call_order where order_number = ? order by call_id")
                .param(order.number().plain())
                .query(String.class)
                .list();
    }

    /**
     * Calls without an order that were made by the customer, or in which just this number was heard. Two queries, since databases
     * use an index for each of them and read the whole table for both in one.
     */
    private List<String> callersOf(Order order) {
        List<String> heard = database.sql(
                        "select call_id from call_order where order_number is null and order_spoken = ? order by call_id")
                .param(order.number().plain())
                .query(String.class)
                .list();
        return order.phones().isEmpty() ? heard : union(heard, callersWith(order.phones()));
    }

    private List<String> callersWith(List<String> phones) {
        return database.sql(
                        "select call_id from call_order where order_number is null and phone in (:phones) order by call_id")
                .param("phones", phones)
                .query(String.class)
                .list();
    }
}
