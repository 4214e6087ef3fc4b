package dev.callsift.models.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The named phrases, each read once, wherever they stand in the files. */
final class PhraseBook implements PatternParser.Phrases {

    private final Map<String, List<Text>> texts;
    private final TaxonomyProblems problems;
    private final Map<String, PatternNode> read = new HashMap<>();
    private final Set<String> reading = new LinkedHashSet<>();

    PhraseBook(Map<String, List<Text>> texts, TaxonomyProblems problems) {
        this.texts = texts;
        this.problems = problems;
        texts.forEach(this::readQuietly);
    }

    private void readQuietly(String name, List<Text> options) {
        try {
            find(name);
        } catch (PatternSyntaxException e) {
            reading.clear();
            problems.add(options.getFirst().where(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Optional<PatternNode> find(String name) throws PatternSyntaxException {
        PatternNode known = read.get(name);
        List<Text> options = texts.get(name);
        if (known != null || options == null) {
            return Optional.ofNullable(known);
        }
        if (!reading.add(name)) {
            throw new PatternSyntaxException("<" + name + ">", 0, "it is made of itself: " + reading);
        }
        PatternNode node = choice(options);
        reading.remove(name);
        read.put(name, node);
        return Optional.of(node);
    }

    private PatternNode choice(List<Text> options) throws PatternSyntaxException {
        List<PatternNode> nodes = new ArrayList<>();
        for (Text option : options) {
            PatternNode node = PatternParser.parseNode(option.value(), this);
            nodes.addAll(node instanceof PatternNode.Choice choice ? choice.options() : List.of(node));
        }
        return PatternParser.merged(nodes);
    }

    /** The patterns that can be read; the others are reported. */
    List<Pattern> patterns(List<Text> written) {
        List<Pattern> patterns = new ArrayList<>();
        for (Text each : written) {
            try {
                patterns.add(PatternParser.parse(each.value(), this));
            } catch (PatternSyntaxException e) {
                reading.clear();
                problems.add(each.where(), String.valueOf(e.getMessage()));
            }
        }
        return patterns;
    }
}
