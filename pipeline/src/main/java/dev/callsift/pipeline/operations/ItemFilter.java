package dev.callsift.pipeline.operations;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which items are shown.
 *
 * @param type code of the tag; null for all
 * @param states that they may be in
 * @param owner who takes care of them; null for all, empty for those that nobody takes care of
 * @param team name of the team that they are for; null for all, empty for those of no team
 * @param minConfidence 0 to 1
 */
public record ItemFilter(
        @Nullable String type,
        Set<ItemState> states,
        @Nullable String owner,
        @Nullable String team,
        double minConfidence) {

    /** All that wait for somebody. */
    public static final ItemFilter OPEN = new ItemFilter(null, ItemState.open(), null, null, 0);

    public ItemFilter {
        states = Set.copyOf(states.isEmpty() ? EnumSet.allOf(ItemState.class) : states);
    }
}
