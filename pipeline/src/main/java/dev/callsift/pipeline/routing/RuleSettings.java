package dev.callsift.pipeline.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A rule of {@code callsift.routing.rules}, as it was written. It holds for items that meet all its conditions; a list is met by any
 * of its values, and what is not given is no condition.
 *
 * @param team that the item is for
 * @param types codes of the taxonomy
 * @param queues names of the telephone system's queues, whatever their case
 * @param regions of the customer's number: two letters of a country, or the beginning of numbers, such as {@code +4420}
 * @param minConfidence the least, 0 to 1
 * @param maxConfidence the greatest, 0 to 1
 * @param orders names of {@link OrderState}
 */
public record RuleSettings(
        @Nullable String team,
        @DefaultValue List<String> types,
        @DefaultValue List<String> queues,
        @DefaultValue List<String> regions,
        @Nullable Double minConfidence,
        @Nullable Double maxConfidence,
        @DefaultValue List<String> orders) {

    public RuleSettings {
        types = List.copyOf(types);
        queues = List.copyOf(queues);
        regions = List.copyOf(regions);
        orders = List.copyOf(orders);
    }

    double least() {
        return minConfidence == null ? 0 : minConfidence;
    }

    double greatest() {
        return maxConfidence == null ? 1 : maxConfidence;
    }
}
