package dev.callsift.pipeline.routing;

import dev.callsift.models.language.TaxonomyCode;
import dev.callsift.pipeline.orders.OrderSettings;
import dev.callsift.pipeline.recording.SettingProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks for what is wrong with teams and rules, as a whole. */
final class RoutingCheck {

    /** As the database keeps it. */
    private static final int LONGEST_NAME = 100;

    private final RoutingSettings settings;
    private final List<TaxonomyCode> types;
    private final Collection<String> channels;
    private final Set<String> teams = new TreeSet<>();
    private final List<SettingProblem> problems = new ArrayList<>();

    RoutingCheck(RoutingSettings settings, List<TaxonomyCode> types, Collection<String> channels) {
        this.settings = settings;
        this.types = types;
        this.channels = new TreeSet<>(channels);
    }

    List<SettingProblem> problems() {
        types.forEach(type -> teams.add(type.owner()));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < settings.teams().size(); i++) {
            team(".teams[" + i + "]", settings.teams().get(i), seen);
        }
        for (int i = 0; i < settings.rules().size(); i++) {
            rule(".rules[" + i + "]", settings.rules().get(i));
        }
        return List.copyOf(problems);
    }

    private void team(String key, TeamSettings team, Set<String> seen) {
        String name = team.name();
        boolean right = name != null && !name.isBlank() && name.length() <= LONGEST_NAME && name.equals(name.strip());
        check(right, key + ".name", name, "a name of 1 to " + LONGEST_NAME + " letters, without spaces around it");
        if (right) {
            check(seen.add(name), key + ".name", name, "another name than that of a team before it");
            teams.add(name);
        }
        String channel = team.channel();
        check(
                channel == null || channels.contains(channel),
                key + ".channel",
                channel,
                channels.isEmpty()
                        ? "left out, since callsift.channels names no channel"
                        : "one of the channels of callsift.channels: " + String.join(", ", channels));
    }

    private void rule(String key, RuleSettings rule) {
        check(
                rule.team() != null && teams.contains(rule.team()),
                key + ".team",
                rule.team(),
                "one of the teams: " + String.join(", ", teams));
        each(key + ".types", rule.types(), codes());
        rule.queues().forEach(queue -> check(!queue.isBlank(), key + ".queues", queue, "names of queues"));
        rule.regions()
                .forEach(region -> check(
                        region.matches("\\+[0-9]{1,15}") || OrderSettings.isRegion(region),
                        key + ".regions",
                        region,
                        "two capital letters of a country, such as IN, or the beginning of numbers, such as +4420"));
        rule.orders()
                .forEach(order -> check(
                        OrderState.labelled(order).isPresent(),
                        key + ".orders",
                        order,
                        "some of " + OrderState.labels()));
        confidence(key, rule);
    }

    private void confidence(String key, RuleSettings rule) {
        check(isShare(rule.least()), key + ".min-confidence", rule.minConfidence(), "a number from 0 to 1");
        check(isShare(rule.greatest()), key + ".max-confidence", rule.maxConfidence(), "a number from 0 to 1");
        check(
                !(rule.least() > rule.greatest()),
                key + ".max-confidence",
                rule.maxConfidence(),
                "at least min-confidence, " + rule.minConfidence());
    }

    private static boolean isShare(double confidence) {
        return confidence >= 0 && confidence <= 1;
    }

    private List<String> codes() {
        return types.stream().map(TaxonomyCode::code).toList();
    }

    private void each(String key, List<String> values, List<String> allowed) {
        values.forEach(value -> check(allowed.contains(value), key, value, "some of " + String.join(", ", allowed)));
    }

    private void check(boolean right, String key, @Nullable Object value, String allowed) {
        if (!right) {
            problems.add(new SettingProblem("callsift.routing" + key, value, allowed));
        }
    }
}
