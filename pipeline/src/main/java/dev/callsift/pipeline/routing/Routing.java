package dev.callsift.pipeline.routing;

import dev.callsift.models.language.Taxonomy;
import dev.callsift.models.language.TaxonomyCode;
import dev.callsift.pipeline.orders.OrderSettings;
import dev.callsift.pipeline.recording.SettingProblem;
import dev.callsift.pipeline.recording.SettingsException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says which team an item is for: the first rule that holds, else the owner of its type in the taxonomy. Immutable. */
public final class Routing {

    private final Map<String, Team> teams = new LinkedHashMap<>();
    private final Map<String, String> owners = new LinkedHashMap<>();
    private final List<Rule> rules = new ArrayList<>();

    /**
     * @param phones how customers' numbers are read
     * @param channels names of those that are configured
     * @throws SettingsException with everything that is wrong with teams and rules (fate: stop)
     */
    public Routing(RoutingSettings settings, Taxonomy taxonomy, OrderSettings phones, Collection<String> channels) {
        SettingsException.throwIfAny(problems(settings, taxonomy, channels));
        settings.teams().forEach(team -> add(String.valueOf(team.name()), team.title(), team.channel()));
        types(taxonomy).forEach(type -> {
            owners.put(type.code(), type.owner());
            add(type.owner(), null, null);
        });
        settings.rules().forEach(rule -> rules.add(new Rule(rules.size() + 1, rule, phones)));
    }

    /** Everything that is wrong with teams and rules. */
    public static List<SettingProblem> problems(
            RoutingSettings settings, Taxonomy taxonomy, Collection<String> channels) {
        return new RoutingCheck(settings, types(taxonomy), channels).problems();
    }

    private void add(String name, @Nullable String title, @Nullable String channel) {
        teams.putIfAbsent(name, new Team(name, title == null || title.isBlank() ? name : title, channel));
    }

    /** The codes that become items: each change, and the cancellation that was only asked for. */
    private static List<TaxonomyCode> types(Taxonomy taxonomy) {
        return taxonomy.codes().stream().filter(code -> isType(code.code())).toList();
    }

    private static boolean isType(String code) {
        return code.startsWith("modify.") || code.equals("cancel.requested");
    }

    public Routed route(ItemFacts facts) {
        for (Rule rule : rules) {
            Optional<String> met = rule.met(facts);
            if (met.isPresent()) {
                return new Routed(rule.team(), rule.number(), met.get());
            }
        }
        String owner = owners.get(facts.type());
        return new Routed(
                owner, 0, owner == null ? "no rule holds, and the taxonomy names no owner" : "owner of the type");
    }

    /** All that an item can be for: those of the configuration, then the owners of the taxonomy. */
    public List<Team> teams() {
        return List.copyOf(teams.values());
    }

    /** Empty for one that there no longer is. */
    public Optional<Team> team(@Nullable String name) {
        return Optional.ofNullable(name).map(teams::get);
    }

    /** What people see of a team, whether there still is one of that name or not. */
    public String title(String name) {
        return team(name).map(Team::title).orElse(name);
    }

    /** Codes of what items can ask for, in the order of the taxonomy. */
    public List<String> types() {
        return List.copyOf(owners.keySet());
    }
}
