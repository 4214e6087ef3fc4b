package dev.callsift.pipeline.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
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

    private static final Pattern BETWEEN_PRODUCTS = Pattern.compile("[;|\\n]");
    private static final Pattern COUNT =
            Pattern.compile("^\\d+\\s*[x×]\\s+|\\s+[x×]\\s*\\d+$", Pattern.CASE_INSENSITIVE);

    public Order {
        phones = List.copyOf(phones);
    }

    /** What was ordered, one by one: {@code items} divided at semicolons, bars and line ends, without how many of each. */
    public List<String> products() {
        return items == null
                ? List.of()
                : BETWEEN_PRODUCTS
                        .splitAsStream(items)
                        .map(item -> COUNT.matcher(item.strip()).replaceAll("").strip())
                        .filter(item -> !item.isEmpty())
                        .distinct()
                        .toList();
    }
}
