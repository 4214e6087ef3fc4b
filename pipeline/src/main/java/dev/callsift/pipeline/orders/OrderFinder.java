package dev.callsift.pipeline.orders;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * Finds the order that a caller means: by the number that was said, first among the orders of that caller, then among all; a letter
 * or digit may be misheard, left out or doubled. Without a number, the caller's only open order is meant. What is not clear is said to
 * be so.
 */
public final class OrderFinder {

    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** Numbers shorter than that are too alike for any mishearing to be forgiven. */
    private static final int SHORTEST_FORGIVEN = 5;

    /** Of the characters of a caller's own order. */
    private static final int MOST_FORGIVEN = 2;

    private final Orders orders;
    private final Phones phones;

    public OrderFinder(Orders orders, OrderSettings settings) {
        this.orders = orders;
        this.phones = settings.phones();
    }

    /**
     * @param spoken letters and digits of the number that was said; null when none was
     * @param caller the caller's phone number as the telephone system writes it; null when it is not known
     */
    public OrderLink find(@Nullable String spoken, @Nullable String caller) {
        List<Order> own = phone(caller).map(orders::ofPhone).orElse(List.of());
        return spoken == null || OrderNumber.plain(spoken).isEmpty() ? ofCaller(own) : spoken(spoken, own);
    }

    /** A caller's number in the form in which orders have it, E.164; empty when it is not known, or no number. */
    public Optional<String> phone(@Nullable String caller) {
        return Optional.ofNullable(caller).flatMap(phones::normalized);
    }

    private static OrderLink ofCaller(List<Order> own) {
        List<Order> open = own.stream()
                .filter(order -> order.deliveredAt() == null && order.cancelledAt() == null)
                .toList();
        return switch (open.size()) {
            case 0 -> OrderLink.none("no number was said, and no open order has the caller's phone number");
            case 1 -> OrderLink.to(open.getFirst(), "the only open order of the caller's phone number");
            default -> OrderLink.unclear(open, "no number was said, and the caller has several open orders");
        };
    }

    private OrderLink spoken(String said, List<Order> own) {
        String plain = OrderNumber.plain(said);
        Optional<Order> exact = orders.find(plain);
        if (exact.isPresent()) {
            return OrderLink.to(exact.get(), "the number was said");
        }
        OrderLink similar = similar(
                own.stream()
                        .filter(order -> isSimilar(plain, order.number().plain()))
                        .toList(),
                "an order of the caller, whose number was heard as " + plain);
        if (similar.order() != null || !similar.candidates().isEmpty() || plain.length() < SHORTEST_FORGIVEN) {
            return similar;
        }
        return similar(orders.among(variants(plain)), "one character beside the number that was heard, " + plain);
    }

    private static OrderLink similar(List<Order> found, String evidence) {
        return switch (found.size()) {
            case 0 -> OrderLink.none("no order has the number that was heard, nor one like it");
            case 1 -> OrderLink.to(found.getFirst(), evidence);
            default -> OrderLink.unclear(found, "the number that was heard fits several orders");
        };
    }

    /** At most two characters in a longer number, or the end of it ("the last four are"). */
    private static boolean isSimilar(String heard, String number) {
        boolean end = heard.length() >= 4 && number.endsWith(heard);
        int forgiven = Math.min(heard.length(), number.length()) < SHORTEST_FORGIVEN ? 0 : MOST_FORGIVEN;
        return end || new LevenshteinDistance(forgiven).apply(heard, number) >= 0;
    }

    /** All numbers that differ in one character: left out, doubled or put in, another one. */
    private static Set<String> variants(String plain) {
        Set<String> variants = new LinkedHashSet<>();
        for (int i = 0; i <= plain.length(); i++) {
            for (int c = 0; c < CHARACTERS.length(); c++) {
                char other = CHARACTERS.charAt(c);
                variants.add(plain.substring(0, i) + other + plain.substring(i));
                if (i < plain.length()) {
                    variants.add(plain.substring(0, i) + other + plain.substring(i + 1));
                }
            }
            if (i < plain.length()) {
                variants.add(plain.substring(0, i) + plain.substring(i + 1));
            }
        }
        return variants;
    }
}
