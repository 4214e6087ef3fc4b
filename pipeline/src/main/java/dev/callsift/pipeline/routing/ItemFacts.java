package dev.callsift.pipeline.routing;

import org.jspecify.annotations.Nullable;

/**
 * What rules look at.
 *
 * @param type code of the taxonomy
 * @param queue of the telephone system
 * @param customerNumber as the telephone system writes it
 * @param confidence how sure the tagger is, 0 to 1
 */
public record ItemFacts(
        String type, @Nullable String queue, @Nullable String customerNumber, double confidence, OrderState order) {}
