package dev.callsift.ui;

import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.metadata.Direction;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a call is called on every page: who with whom, and the facts in one order. What is unknown is said to be.
 *
 * @param title who with whom, or the recording's file name when neither is known
 * @param facts when, how long, direction, queue
 */
public record CallCaption(String title, List<Fact> facts) {

    /**
     * @param text as shown
     * @param absent whether it says that something is unknown
     * @param machine the same for a {@code time} element, when it is a time
     */
    public record Fact(
            String text, boolean absent, @Nullable String machine) {}

    public static CallCaption of(CallMetadata call, String key, long durationMs) {
        return new CallCaption(
                title(call, key),
                Stream.of(start(call.startedAt()), length(durationMs), direction(call.direction()), queue(call.queue()))
                        .filter(fact -> !fact.text().isEmpty())
                        .toList());
    }

    private static String title(CallMetadata call, String key) {
        String agent = call.agent();
        String number = call.customerNumber();
        if (agent != null && number != null) {
            return agent + " with " + number;
        }
        if (agent != null) {
            return agent + " with an unknown number";
        }
        return number != null ? "Unknown agent with " + number : fileName(key);
    }

    private static String fileName(String key) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        return name.isBlank() ? key : name;
    }

    private static Fact start(@Nullable OffsetDateTime at) {
        return at == null ? new Fact("time unknown", true, null) : new Fact(Clock.start(at), false, at.toString());
    }

    private static Fact length(long durationMs) {
        return new Fact(Clock.length(durationMs), false, Clock.machine(durationMs));
    }

    private static Fact direction(Direction direction) {
        return switch (direction) {
            case INBOUND -> new Fact("inbound", false, null);
            case OUTBOUND -> new Fact("outbound", false, null);
            case INTERNAL -> new Fact("internal", false, null);
            case UNKNOWN -> new Fact("direction unknown", true, null);
        };
    }

    private static Fact queue(@Nullable String queue) {
        return new Fact(queue == null ? "" : "queue " + queue, false, null);
    }
}
