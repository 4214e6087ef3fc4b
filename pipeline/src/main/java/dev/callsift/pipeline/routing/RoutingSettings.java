package dev.callsift.pipeline.routing;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Teams, and which items are for whom ({@code callsift.routing}). Immutable; checked when {@link Routing} is made of it.
 *
 * @param teams those that have a title or a channel, or that the taxonomy does not name
 * @param rules the first that holds decides; where none does, the item is for the owner of its type in the taxonomy
 */
@ConfigurationProperties(prefix = "callsift.routing", ignoreUnknownFields = false)
public record RoutingSettings(
        @DefaultValue List<TeamSettings> teams,
        @DefaultValue List<RuleSettings> rules) {

    public static final RoutingSettings NONE = new RoutingSettings(List.of(), List.of());

    public RoutingSettings {
        teams = List.copyOf(teams);
        rules = List.copyOf(rules);
    }
}
