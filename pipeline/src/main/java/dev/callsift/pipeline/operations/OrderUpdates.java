package dev.callsift.pipeline.operations;

import dev.callsift.pipeline.orders.Order;
import dev.callsift.pipeline.orders.Orders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes over what the shop's system tells of orders, each order whole or not at all, and brings the queue in line. Thread-safe. */
public final class OrderUpdates {

    private final Orders orders;
    private final WorkItems items;
    private final TransactionTemplate transaction;

    public OrderUpdates(Orders orders, WorkItems items, PlatformTransactionManager transactions) {
        this.orders = orders;
        this.items = items;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Adds an order, or replaces what was known of it. After the last one, {@link #linkAgain()} is due. */
    public void put(Order order) {
        transaction.executeWithoutResult(status -> {
            orders.put(order);
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
