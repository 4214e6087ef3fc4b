package dev.callsift.models.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A code as a file gives it. In an override, what is absent stays as it was.
 *
 * @param lists {@code needs}, {@code follows} and {@code yields-to}, where given
 */
record RawCode(
        Text code,
        Optional<Text> title,
        Optional<Text> definition,
        Optional<Text> colour,
        Optional<Text> owner,
        Optional<Text> signal,
        Map<String, List<Text>> lists,
        Map<String, RawRule> rules) {

    private static final List<String> LISTS = List.of("needs", "follows", "yields-to");

    static RawCode read(Section section, TaxonomyProblems problems) {
        try (section) {
            return new RawCode(
                    section.required("code"),
                    section.text("title"),
                    section.text("definition"),
                    section.text("colour"),
                    section.text("owner"),
                    section.text("signal"),
                    lists(section),
                    rules(section, problems));
        }
    }

    private static Map<String, List<Text>> lists(Section section) {
        Map<String, List<Text>> lists = new LinkedHashMap<>();
        for (String key : LISTS) {
            List<Text> given = section.texts(key);
            if (section.keys().contains(key)) {
                lists.put(key, given);
            }
        }
        return lists;
    }

    private static Map<String, RawRule> rules(Section section, TaxonomyProblems problems) {
        Map<String, RawRule> rules = new LinkedHashMap<>();
        for (Section each : section.sections("rules")) {
            RawRule rule = RawRule.read(each);
            if (rules.put(rule.name().value(), rule) != null) {
                problems.add(each.where(), "rule '" + rule.name().value() + "' is given twice; rename one");
            }
        }
        return rules;
    }

    /** This code with what the later file says of it. */
    RawCode with(RawCode later) {
        Map<String, List<Text>> allLists = new LinkedHashMap<>(lists);
        allLists.putAll(later.lists);
        Map<String, RawRule> allRules = new LinkedHashMap<>(rules);
        allRules.putAll(later.rules);
        return new RawCode(
                code,
                later.title.or(() -> title),
                later.definition.or(() -> definition),
                later.colour.or(() -> colour),
                later.owner.or(() -> owner),
                later.signal.or(() -> signal),
                allLists,
                allRules);
    }
}
