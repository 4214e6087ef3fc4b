package dev.callsift.pipeline.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the index is told of the order that a call is about.
 *
 * @param number letters and digits in capitals; null when the order is not known, or not clear
 * @param products that were ordered, in the shop's words
 * @param courier that brings them; null when it is not known
 */
public record OrderFacts(
        @Nullable String number,
        List<String> products,
        @Nullable String courier) {

    /** Of a call whose order is not known. */
    public static final OrderFacts NONE = new OrderFacts(null, List.of(), null);

    public OrderFacts {
        products = List.copyOf(products);
    }
}
