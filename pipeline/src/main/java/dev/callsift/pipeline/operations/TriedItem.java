package dev.callsift.pipeline.operations;

import dev.callsift.pipeline.routing.OrderState;
import dev.callsift.pipeline.routing.Routed;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the rules of today send an item that is in the queue already.
 *
 * @param type code of the tag
 * @param team that it is for now, by name; null for none
 * @param order how far its order was when the item came into the queue
 * @param routed where it would have gone, and why
 */
public record TriedItem(
        long id,
        String type,
        ItemState state,
        @Nullable String team,
        @Nullable String queue,
        @Nullable String customerNumber,
        double confidence,
        OrderState order,
        Instant createdAt,
        Routed routed) {

    /** Whether it would have gone to another team than the one it is for now. */
    public boolean moves() {
        return !Objects.equals(team, routed.team());
    }
}
