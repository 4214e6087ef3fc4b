package dev.callsift.pipeline.routing;

import org.jspecify.annotations.Nullable;

/**
 * A team of {@code callsift.routing.teams}, as it was written.
 *
 * @param name by which rules and items name it; also that of an owner of the taxonomy
 * @param title what people see; the name where there is none
 * @param channel that is told of the team's items
 */
public record TeamSettings(
        @Nullable String name,
        @Nullable String title,
        @Nullable String channel) {}
