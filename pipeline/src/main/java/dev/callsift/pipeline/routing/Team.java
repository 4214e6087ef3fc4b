package dev.callsift.pipeline.routing;

import org.jspecify.annotations.Nullable;

/**
 * Who takes care of items.
 *
 * @param name by which items name it
 * @param title what people see
 * @param channel that is told of its items; null for none of its own
 */
public record Team(String name, String title, @Nullable String channel) {}
