package dev.callsift.pipeline.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order, as the shop's system knows it. What is not known is {@code null}.
 *
 * @param phones of the customer, E.164
 * @param status in the shop's own words
 * @param placedAt when the customer ordered
 * @param promisedAt until when it was promised
 * @param dispatchCutoff until when what is to be sent can still be changed
 * @param cancelReason as the shop's system states it
 * @param amount its value, in {@code currency}
 * @param currency ISO 4217
 * @param items what was ordered, in words
 * @param tracking the courier's last word
 */
public record Order(
        OrderNumber number,
        List<String> phones,
        @Nullable String status,
        @Nullable Instant placedAt,
        @Nullable Instant promisedAt,
        @Nullable Instant dispatchCutoff,
        @Nullable Instant shippedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String items,
        @Nullable String courier,
        @Nullable String tracking,
        @Nullable String paymentMethod) {

    public Order {
        phones = List.copyOf(phones);
    }
}
