package dev.callsift.pipeline.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which order a call is about.
 *
 * @param order null when it is not known, or not clear
 * @param candidates between which it is not clear; empty otherwise
 * @param evidence why, in words for people
 */
public record OrderLink(@Nullable Order order, List<Order> candidates, String evidence) {

    public OrderLink {
        candidates = List.copyOf(candidates);
    }

    static OrderLink to(Order order, String evidence) {
        return new OrderLink(order, List.of(), evidence);
    }

    static OrderLink unclear(List<Order> candidates, String evidence) {
        List<String> numbers =
                candidates.stream().map(order -> order.number().written()).toList();
        return new OrderLink(null, candidates, evidence + ": " + String.join(", ", numbers));
    }

    static OrderLink none(String evidence) {
        return new OrderLink(null, List.of(), evidence);
    }
}
