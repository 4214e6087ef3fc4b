package dev.callsift.pipeline.orders;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column of an orders file may hold, and the headings under which it is known unless a mapping says otherwise. */
public enum OrderField {
    NUMBER("order", "order id", "order no", "order number", "id", "name"),
    PHONES("phone", "phone number", "customer phone", "mobile", "contact", "billing phone", "shipping phone"),
    STATUS("order status", "state"),
    PLACED("placed at", "order date", "created", "created at", "ordered at"),
    PROMISED("promised at", "promised by", "expected delivery", "delivery date", "eta"),
    DISPATCH_CUTOFF("dispatch cut-off", "cutoff", "cut-off", "dispatch by", "ship by", "dispatch cutoff"),
    SHIPPED("shipped at", "dispatched", "dispatched at", "fulfilled at"),
    DELIVERED("delivered at"),
    CANCELLED("cancelled at", "canceled", "canceled at"),
    CANCEL_REASON("cancellation reason", "cancel reason", "reason"),
    AMOUNT("value", "total", "order value"),
    CURRENCY(),
    ITEMS("products", "line items", "item", "product"),
    COURIER("carrier", "shipping company"),
    TRACKING("last tracking update", "tracking update", "tracking status"),
    PAYMENT_METHOD("payment", "payment method", "gateway");

    /** With their spaces, hyphens and capitals taken out, each between two bars. */
    private final String headings;

    OrderField(String... headings) {
        StringBuilder plain = new StringBuilder("|").append(plain(name())).append('|');
        for (String heading : headings) {
            plain.append(plain(heading)).append('|');
        }
        this.headings = plain.toString();
    }

    /** Its name in mappings and in JSON: {@code dispatch-cutoff}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<OrderField> labelled(String label) {
        return Arrays.stream(values())
                .filter(field -> field.label().equals(label))
                .findFirst();
    }

    /** The field of a heading; underscores, hyphens and capitals do not matter. */
    static Optional<OrderField> headed(String heading) {
        String plain = "|" + plain(heading) + "|";
        return Arrays.stream(values())
                .filter(field -> field.headings.contains(plain))
                .findFirst();
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
