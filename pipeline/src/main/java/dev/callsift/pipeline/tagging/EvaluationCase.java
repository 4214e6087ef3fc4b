package dev.callsift.pipeline.tagging;

import dev.callsift.pipeline.audio.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * One labelled text or call.
 *
 * @param vocabulary which codes the label speaks of; empty for a text, which is judged by the codes of its whole file
 * @param truth the codes that hold, without outcomes for a call
 * @param outcome how a call's cancellation ended; empty for a text
 */
record EvaluationCase(
        String id,
        List<PlainTurns.Turn> turns,
        Set<String> vocabulary,
        Set<String> truth,
        Optional<CancellationOutcome> outcome) {

    private static final List<List<String>> CALL_LABELS =
            List.of(List.of("reasons", "reason."), List.of("modifications", "modify."), List.of("topics", "topic."));

    static EvaluationCase read(JsonNode line, String id) {
        return line.has("turns") ? call(line, id) : text(line, id);
    }

    private static EvaluationCase text(JsonNode line, String id) {
        List<PlainTurns.Turn> turns = List.of(new PlainTurns.Turn(Speaker.CUSTOMER, required(line, "text")));
        return new EvaluationCase(id, turns, Set.of(), codes(line, "tags", ""), Optional.empty());
    }

    private static EvaluationCase call(JsonNode line, String id) {
        List<PlainTurns.Turn> turns = new ArrayList<>();
        for (JsonNode turn : line.path("turns")) {
            turns.add(new PlainTurns.Turn(speaker(required(turn, "speaker")), required(turn, "text")));
        }
        Set<String> vocabulary = new TreeSet<>();
        Set<String> truth = new TreeSet<>();
        for (List<String> label : CALL_LABELS) {
            if (line.has(label.getFirst())) {
                vocabulary.add(label.getLast());
                truth.addAll(codes(line, label.getFirst(), label.getLast()));
            }
        }
        return new EvaluationCase(line.path("id").asString(id), turns, vocabulary, truth, outcome(line));
    }

    private static Set<String> codes(JsonNode line, String key, String prefix) {
        Set<String> codes = new TreeSet<>();
        line.path(key).forEach(code -> codes.add(prefix + code.asString()));
        return codes;
    }

    private static Optional<CancellationOutcome> outcome(JsonNode line) {
        return line.has("outcome")
                ? Optional.of(
                        CancellationOutcome.valueOf(required(line, "outcome").toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static Speaker speaker(String name) {
        return Speaker.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static String required(JsonNode line, String key) {
        if (!line.path(key).isString()) {
            throw new IllegalArgumentException("'" + key + "' is missing");
        }
        return line.path(key).asString();
    }

    /** Whether the label speaks of a code. */
    boolean judges(String code, Set<String> fileVocabulary) {
        boolean plainText = vocabulary.isEmpty() && outcome.isEmpty();
        return plainText ? fileVocabulary.contains(code) : vocabulary.stream().anyMatch(code::startsWith);
    }

    String text() {
        return String.join(" | ", turns.stream().map(PlainTurns.Turn::text).toList());
    }
}
