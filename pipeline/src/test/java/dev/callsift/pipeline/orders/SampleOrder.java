package dev.callsift.pipeline.orders;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order of which only what a test is about is known. Immutable. */
public record SampleOrder(
        String number,
        List<String> phones,
        @Nullable Instant placedAt,
        @Nullable Instant dispatchCutoff,
        @Nullable Instant shippedAt,
        @Nullable Instant deliveredAt,
        @Nullable String items,
        @Nullable String courier) {

    /** Of which nothing else is known. */
    public static SampleOrder of(String number) {
        return new SampleOrder(number, List.of(), null, null, null, null, null, null);
    }

    public SampleOrder by(String... callers) {
        return new SampleOrder(
                number, List.of(callers), placedAt, dispatchCutoff, shippedAt, deliveredAt, items, courier);
    }

    public SampleOrder placed(Instant at) {
        return new SampleOrder(number, phones, at, dispatchCutoff, shippedAt, deliveredAt, items, courier);
    }

    public SampleOrder cutOff(@Nullable Instant at) {
        return new SampleOrder(number, phones, placedAt, at, shippedAt, deliveredAt, items, courier);
    }

    public SampleOrder shipped(@Nullable Instant at) {
        return new SampleOrder(number, phones, placedAt, dispatchCutoff, at, deliveredAt, items, courier);
    }

    public SampleOrder delivered(@Nullable Instant at) {
        return new SampleOrder(number, phones, placedAt, dispatchCutoff, shippedAt, at, items, courier);
    }

    public SampleOrder goods(@Nullable String ordered, @Nullable String bringer) {
        return new SampleOrder(number, phones, placedAt, dispatchCutoff, shippedAt, deliveredAt, ordered, bringer);
    }

    public Order order() {
        return new Order(
                OrderNumber.of(number),
                phones,
                null,
                placedAt,
                null,
                dispatchCutoff,
                shippedAt,
                deliveredAt,
                null,
                null,
                null,
                null,
                items,
                courier,
                null,
                null);
    }
}
