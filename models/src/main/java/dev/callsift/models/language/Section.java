package dev.callsift.models.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a taxonomy file. What has another shape than asked for is reported and taken as absent; {@link #close}
 * reports the keys that nothing asked for.
 */
final class Section implements AutoCloseable {

    private final String file;
    private final SourceLine where;
    private final TaxonomyProblems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, SourceLine> lines = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    Section(String file, MappingNode node, TaxonomyProblems problems) {
        this.file = file;
        this.where = line(node);
        this.problems = problems;
        for (NodeTuple entry : node.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            lines.put(key, line(entry.getKeyNode()));
            if (values.put(key, entry.getValueNode()) != null) {
                problems.add(line(entry.getKeyNode()), "'" + key + "' is given twice; keep one");
            }
        }
    }

    SourceLine where() {
        return where;
    }

    Set<String> keys() {
        return values.keySet();
    }

    SourceLine where(String key) {
        return lines.getOrDefault(key, where);
    }

    Optional<Text> text(String key) {
        return find(key).flatMap(node -> scalar(key, node));
    }

    /** A text, or a report that it is missing. */
    Text required(String key) {
        return text(key).orElseGet(() -> {
            if (!values.containsKey(key)) {
                problems.add(where, "'" + key + "' is missing; give it");
            }
            return new Text("", where);
        });
    }

    /** A list of texts; a single text is a list of one. */
    List<Text> texts(String key) {
        return find(key).map(node -> texts(key, node)).orElse(List.of());
    }

    private List<Text> texts(String key, Node node) {
        List<Text> texts = new ArrayList<>();
        for (Node item : node instanceof SequenceNode list ? list.getValue() : List.of(node)) {
            scalar(key, item).ifPresent(texts::add);
        }
        return texts;
    }

    Optional<Section> section(String key) {
        return find(key).flatMap(node -> mapping(key, node));
    }

    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        find(key).ifPresent(node -> {
            if (node instanceof SequenceNode list) {
                list.getValue().forEach(item -> mapping(key, item).ifPresent(sections::add));
            } else {
                problems.add(line(node), "'" + key + "' is a list; begin each entry with '- '");
            }
        });
        return sections;
    }

    private Optional<Node> find(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private Optional<Text> scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(new Text(scalar.getValue().strip(), line(node)));
        }
        problems.add(line(node), "'" + key + "' holds text; put what it says in quotes");
        return Optional.empty();
    }

    private Optional<Section> mapping(String key, Node node) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new Section(file, mapping, problems));
        }
        problems.add(line(node), "'" + key + "' holds 'key: value' lines");
        return Optional.empty();
    }

    private SourceLine line(Node node) {
        return new SourceLine(
                file, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
    }

    @Override
    public void close() {
        values.keySet().stream()
                .filter(key -> !asked.contains(key))
                .forEach(key -> problems.add(where(key), "'" + key + "' has no meaning here; remove or correct it"));
    }
}
