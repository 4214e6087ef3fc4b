package dev.callsift.pipeline.operations;

import dev.callsift.pipeline.orders.Order;
import dev.callsift.pipeline.routing.ItemFacts;
import dev.callsift.pipeline.routing.OrderState;
import dev.callsift.pipeline.routing.Routed;
import dev.callsift.pipeline.routing.Routing;
import dev.callsift.pipeline.transcript.Transcript;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Asks the rules about items. */
record ItemRouter(Routing routing) {

    Routed route(Transcript call, Wanted wanted, @Nullable Order order, Instant now) {
        return routing.route(new ItemFacts(
                wanted.type(),
                call.call().queue(),
                call.call().customerNumber(),
                wanted.confidence(),
                state(order, now)));
    }

    Routed route(WorkItem item, Order order, Instant now) {
        return routing.route(
                new ItemFacts(item.type(), item.queue(), item.customerNumber(), item.confidence(), state(order, now)));
    }

    /** For the history: to whom, and why. */
    String told(Routed routed) {
        String team = routed.team();
        return "to " + (team == null ? "no team" : routing.title(team)) + ", " + routed.reason();
    }

    private static OrderState state(@Nullable Order order, Instant now) {
        return order == null
                ? OrderState.UNKNOWN
                : OrderState.at(
                        now, order.dispatchCutoff(), order.shippedAt(), order.deliveredAt(), order.cancelledAt());
    }
}
