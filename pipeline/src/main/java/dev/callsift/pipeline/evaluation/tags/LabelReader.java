package dev.callsift.pipeline.evaluation.tags;

import dev.callsift.models.language.Taxonomy;
import dev.callsift.models.language.TaxonomyCode;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.evaluation.tags.EvaluationCase.Change;
import dev.callsift.pipeline.tagging.CancellationOutcome;
import dev.callsift.pipeline.tagging.PlainTurns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads one labelled line, a text or a call. Names that the taxonomy does not have are refused on a call; a text's label may be of
 * another taxonomy, and counts as missed. Every refusal is an {@link IllegalArgumentException} that says what is allowed.
 */
final class LabelReader {

    private static final String MODIFICATION = "modify.";

    /** A field of a call and the prefix that its names are given without. */
    private enum Kind {
        REASONS("reason."),
        MODIFICATIONS(MODIFICATION),
        TOPICS("topic.");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        private String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Set<String> known;

    LabelReader(Taxonomy taxonomy) {
        this.known = taxonomy.codes().stream().map(TaxonomyCode::code).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param id of a case that does not give one itself */
    EvaluationCase read(JsonNode line, String id) {
        if (line.has("turns")) {
            return call(line, line.path("id").asString(id));
        }
        if (line.has("text")) {
            return text(line, line.path("id").asString(id));
        }
        throw new IllegalArgumentException("neither a text nor a call; give \"text\" or \"turns\"");
    }

    private EvaluationCase text(JsonNode line, String id) {
        if (!line.has("tags")) {
            throw new IllegalArgumentException("'tags' is missing; give [] where none holds");
        }
        List<PlainTurns.Turn> turns = List.of(new PlainTurns.Turn(Speaker.CUSTOMER, string(line, "text")));
        Set<String> truth = new TreeSet<>(strings(line, "tags"));
        return new EvaluationCase(id, turns, Set.of(), truth, Optional.empty(), List.of());
    }

    private EvaluationCase call(JsonNode line, String id) {
        Set<String> vocabulary = new TreeSet<>();
        Set<String> truth = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            if (line.has(kind.field())) {
                vocabulary.add(kind.prefix);
                strings(line, kind.field()).forEach(name -> truth.add(code(kind.field(), kind.prefix, name)));
            }
        }
        Optional<CancellationOutcome> outcome = line.has("outcome") ? Optional.of(outcome(line)) : Optional.empty();
        List<Change> changes = changes(line);
        if (vocabulary.isEmpty() && outcome.isEmpty() && changes.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing to judge by; give \"outcome\", \"reasons\" or \"modifications\"");
        }
        return new EvaluationCase(id, turns(line), vocabulary, truth, outcome, changes);
    }

    private static List<PlainTurns.Turn> turns(JsonNode line) {
        List<PlainTurns.Turn> turns = new ArrayList<>();
        for (JsonNode turn : array(line, "turns")) {
            Speaker speaker = constant("speaker", Speaker.class, string(turn, "speaker"));
            turns.add(new PlainTurns.Turn(speaker, string(turn, "text")));
        }
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("'turns' is empty; give what was said");
        }
        return turns;
    }

    private static CancellationOutcome outcome(JsonNode line) {
        return constant("outcome", CancellationOutcome.class, string(line, "outcome"));
    }

    private List<Change> changes(JsonNode line) {
        List<Change> changes = new ArrayList<>();
        if (line.has("changes")) {
            for (JsonNode change : array(line, "changes")) {
                String type = code("changes", MODIFICATION, string(change, "type"));
                changes.add(new Change(type, value(change)));
            }
        }
        return changes;
    }

    /** Null stands for a change of which nobody says what to. */
    private static Optional<String> value(JsonNode change) {
        JsonNode to = change.path("to");
        if (to.isNull()) {
            return Optional.empty();
        }
        if (!to.isNumber() && (!to.isString() || to.asString().isBlank())) {
            throw new IllegalArgumentException("changes: 'to' is missing; give what it is changed to, or null");
        }
        return Optional.of(to.asString());
    }

    private String code(String field, String prefix, String name) {
        if (!known.contains(prefix + name)) {
            throw unknown(
                    field,
                    name,
                    known.stream()
                            .filter(code -> code.startsWith(prefix))
                            .map(code -> code.substring(prefix.length()))
                            .toList());
        }
        return prefix + name;
    }

    private static <E extends Enum<E>> E constant(String field, Class<E> type, String name) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> unknown(
                        field,
                        name,
                        Stream.of(type.getEnumConstants())
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }

    private static IllegalArgumentException unknown(String field, String name, Collection<String> allowed) {
        return new IllegalArgumentException(field + ": '" + name + "' is not one of " + String.join(", ", allowed));
    }

    private static List<String> strings(JsonNode line, String field) {
        List<String> strings = new ArrayList<>();
        for (JsonNode each : array(line, field)) {
            if (!each.isString()) {
                throw new IllegalArgumentException("'" + field + "' holds " + each + "; give names in quotes");
            }
            strings.add(each.asString());
        }
        return strings;
    }

    private static JsonNode array(JsonNode line, String field) {
        if (!line.path(field).isArray()) {
            throw new IllegalArgumentException("'" + field + "' is not a list; write it in square brackets");
        }
        return line.path(field);
    }

    private static String string(JsonNode line, String field) {
        if (!line.path(field).isString()) {
            throw new IllegalArgumentException("'" + field + "' is missing");
        }
        return line.path(field).asString();
    }
}
