package dev.callsift.pipeline.routing;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far an order is, as rules tell it apart. */
public enum OrderState {
    /** No order is known. */
    UNKNOWN,
    /** What is to be sent can still be changed, as far as is known. */
    PLACED,
    /** The dispatch cut-off is over, and nothing says that it was sent. */
    PAST_CUT_OFF,
    SHIPPED,
    DELIVERED,
    CANCELLED;

    /** Of a known order at some time; what is due later has not happened. */
    public static OrderState at(
            Instant now,
            @Nullable Instant cutoff,
            @Nullable Instant shipped,
            @Nullable Instant delivered,
            @Nullable Instant cancelled) {
        if (isOver(cancelled, now)) {
            return CANCELLED;
        }
        if (isOver(delivered, now)) {
            return DELIVERED;
        }
        if (isOver(shipped, now)) {
            return SHIPPED;
        }
        return isOver(cutoff, now) ? PAST_CUT_OFF : PLACED;
    }

    private static boolean isOver(@Nullable Instant time, Instant now) {
        return time != null && !time.isAfter(now);
    }

    /** As it is written: {@code past-cut-off}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<OrderState> labelled(String label) {
        return Stream.of(values())
                .filter(state -> state.label().equalsIgnoreCase(label))
                .findFirst();
    }

    static String labels() {
        return Stream.of(values()).map(OrderState::label).collect(Collectors.joining(", "));
    }
}
