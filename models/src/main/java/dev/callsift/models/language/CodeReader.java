package dev.callsift.models.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes codes and rules of what the files say, and reports what is missing or wrong. */
final class CodeReader {

    private static final String CODE = "[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z0-9]+)*";
    private static final String COLOUR = "#[0-9a-f]{6}";

    private final PhraseBook phrases;
    private final Set<String> known;
    private final TaxonomyProblems problems;

    CodeReader(PhraseBook phrases, Set<String> known, TaxonomyProblems problems) {
        this.phrases = phrases;
        this.known = known;
        this.problems = problems;
    }

    TaxonomyCode read(RawCode raw) {
        SourceLine where = raw.code().where();
        boolean signal = raw.signal().map(Text::value).equals(Optional.of("true"));
        check(where, raw.code().value(), CODE, "a code is written like reason.courier-delay");
        String colour = signal ? "#000000" : required(raw.colour(), "colour", where);
        check(raw.colour().map(Text::where).orElse(where), colour, COLOUR, "a colour is written like #b3261e");
        return new TaxonomyCode(
                raw.code().value(),
                required(raw.title(), "title", where),
                required(raw.definition(), "definition", where),
                colour,
                signal ? "" : required(raw.owner(), "owner", where),
                signal,
                codes(raw, "needs"),
                codes(raw, "follows"),
                codes(raw, "yields-to"),
                rules(raw),
                where);
    }

    private List<String> codes(RawCode raw, String key) {
        List<Text> texts = raw.lists().getOrDefault(key, List.of());
        texts.stream()
                .filter(text -> !known.contains(text.value()))
                .forEach(text -> problems.add(text.where(), "'" + text.value() + "' is no code of this taxonomy"));
        return texts.stream().map(Text::value).toList();
    }

    private List<TaxonomyRule> rules(RawCode raw) {
        List<TaxonomyRule> rules = new ArrayList<>();
        raw.rules().values().stream().filter(rule -> !rule.removed()).forEach(rule -> rules.add(rule(rule)));
        if (rules.isEmpty()) {
            problems.add(raw.code().where(), raw.code().value() + " has no rule; add one");
        }
        return rules;
    }

    private TaxonomyRule rule(RawRule raw) {
        SourceLine where = raw.name().where();
        String name = "rule '" + raw.name().value() + "' ";
        need(!raw.match().isEmpty(), where, name + "has no 'match'; add a pattern");
        need(!raw.matching().isEmpty(), where, name + "has no 'yes' example; add one that it matches");
        need(!raw.nonMatching().isEmpty(), where, name + "has no 'no' example; add one near it that it must not match");
        return new TaxonomyRule(
                raw.name().value(),
                speaker(raw),
                phrases.patterns(raw.match()),
                phrases.patterns(raw.unless()),
                phrases.patterns(raw.after()),
                strength(raw),
                examples(raw.matching()),
                examples(raw.nonMatching()),
                where);
    }

    private RuleSpeaker speaker(RawRule raw) {
        Text speaker = raw.speaker().orElse(new Text("customer", raw.name().where()));
        try {
            return RuleSpeaker.valueOf(speaker.value().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            problems.add(speaker.where(), "speaker '" + speaker.value() + "' is not agent, customer or any");
            return RuleSpeaker.ANY;
        }
    }

    private double strength(RawRule raw) {
        Text strength = raw.strength().orElse(new Text("0.8", raw.name().where()));
        boolean valid = strength.value().matches("(0\\.\\d{1,3}|1(\\.0)?)") && Double.parseDouble(strength.value()) > 0;
        need(valid, strength.where(), "strength '" + strength.value() + "' is not above 0 and at most 1");
        return valid ? Double.parseDouble(strength.value()) : 1;
    }

    private static List<Example> examples(List<Text> texts) {
        return texts.stream()
                .map(text -> new Example(text.value(), text.where()))
                .toList();
    }

    private String required(Optional<Text> text, String key, SourceLine where) {
        need(text.isPresent(), where, "'" + key + "' is missing; give it");
        return text.map(Text::value).orElse("");
    }

    private void check(SourceLine where, String value, String form, String message) {
        need(value.isEmpty() || value.matches(form), where, "'" + value + "': " + message);
    }

    private void need(boolean held, SourceLine where, String message) {
        if (!held) {
            problems.add(where, message);
        }
    }
}
