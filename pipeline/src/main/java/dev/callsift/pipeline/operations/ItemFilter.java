package dev.callsift.pipeline.operations;

import org.jspecify.annotations.Nullable;

/**
 * Which items are shown.
 *
 * @param type code of the tag; null for all
 * @param open only those that wait for somebody
 * @param owner who takes care of them; null for all
 * @param minConfidence 0 to 1
 */
public record ItemFilter(
        @Nullable String type, boolean open, @Nullable String owner, double minConfidence) {

    public static final ItemFilter OPEN = new ItemFilter(null, true, null, 0);
}
