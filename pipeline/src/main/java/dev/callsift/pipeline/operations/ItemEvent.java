package dev.callsift.pipeline.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an item.
 *
 * @param who did it; {@code callsift} where the machine did
 * @param state after it
 */
public record ItemEvent(
        Instant at, String who, ItemState state, @Nullable String note) {}
