package dev.callsift.pipeline.operations;

import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.orders.Order;
import dev.callsift.pipeline.orders.Orders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes over what the shop's system tells of orders, each order whole or not at all, and brings the queue in line. Thread-safe. */
public final class OrderUpdates {

    private final Orders orders;
    private final WorkItems items;
    private final CallOrders calls;
    private final Ledger ledger;
    private final TransactionTemplate transaction;

    public OrderUpdates(
            Orders orders, WorkItems items, CallOrders calls, Ledger ledger, PlatformTransactionManager transactions) {
        this.orders = orders;
        this.items = items;
        this.calls = calls;
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Adds an order, or replaces what was known of it; calls of which the index now knows more, or knows better, are put back to be
     * indexed by the next run. After the last order, {@link #linkAgain()} is due.
     */
    public void put(Order order) {
        transaction.executeWithoutResult(status -> {
            Order before = orders.find(order.number().plain()).orElse(null);
            orders.put(order);
            calls.touchedBy(before, order).forEach(ledger::toIndexAgain);
            items.orderTold(order);
        });
    }

    /**
     * Looks for the orders of items that had none.
     *
     * @return how many are linked now
     */
    public int linkAgain() {
        return items.linkAgain();
    }
}
