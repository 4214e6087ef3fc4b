package dev.callsift.pipeline.routing;

import dev.callsift.pipeline.orders.OrderSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule that was found right, with its number. */
record Rule(int number, RuleSettings settings, OrderSettings phones) {

    String team() {
        return Objects.requireNonNull(settings.team());
    }

    /** The conditions that were met, in words; empty when the item does not meet all of them. */
    Optional<String> met(ItemFacts facts) {
        List<Optional<String>> conditions = new ArrayList<>();
        add(conditions, settings.types(), among(settings.types(), facts.type()));
        add(
                conditions,
                settings.queues(),
                among(settings.queues(), facts.queue()).map("queue "::concat));
        add(conditions, settings.regions(), region(facts.customerNumber()).map("number of "::concat));
        add(
                conditions,
                settings.orders(),
                among(settings.orders(), facts.order().label()).map("order "::concat));
        if (settings.minConfidence() != null || settings.maxConfidence() != null) {
            conditions.add(confidence(facts.confidence()));
        }
        if (conditions.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(
                conditions.isEmpty()
                        ? "it holds for every item"
                        : String.join(
                                ", ",
                                conditions.stream().map(Optional::orElseThrow).toList()));
    }

    private static void add(List<Optional<String>> conditions, List<String> values, Optional<String> met) {
        if (!values.isEmpty()) {
            conditions.add(met);
        }
    }

    private static Optional<String> among(List<String> values, @Nullable String value) {
        return values.stream().filter(each -> each.equalsIgnoreCase(value)).findFirst();
    }

    private Optional<String> region(@Nullable String number) {
        return number == null
                ? Optional.empty()
                : settings.regions().stream()
                        .filter(region -> isOf(region, number))
                        .findFirst();
    }

    private boolean isOf(String region, String number) {
        return region.startsWith("+")
                ? phones.phone(number).filter(found -> found.startsWith(region)).isPresent()
                : phones.country(number).filter(region::equalsIgnoreCase).isPresent();
    }

    private Optional<String> confidence(double confidence) {
        boolean met = confidence >= settings.least() && confidence <= settings.greatest();
        return met
                ? Optional.of(String.format(Locale.ROOT, "%.0f %% sure", Math.floor(confidence * 100)))
                : Optional.empty();
    }
}
