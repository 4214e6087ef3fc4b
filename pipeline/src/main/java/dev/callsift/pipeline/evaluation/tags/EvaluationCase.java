package dev.callsift.pipeline.evaluation.tags;

import dev.callsift.pipeline.tagging.CancellationOutcome;
import dev.callsift.pipeline.tagging.PlainTurns;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One labelled text or call.
 *
 * @param vocabulary which codes the label speaks of, by their prefixes; empty for a text, which is judged by the codes of its
 *     whole file
 * @param truth the codes that hold, without outcomes for a call
 * @param outcome how a call's cancellation ended; empty for a text
 * @param changes what a call's modifications change to, where that is labelled
 */
record EvaluationCase(
        String id,
        List<PlainTurns.Turn> turns,
        Set<String> vocabulary,
        Set<String> truth,
        Optional<CancellationOutcome> outcome,
        List<Change> changes) {

    /**
     * @param type the code of the modification
     * @param to spoken or normalized; empty where nobody says it
     */
    record Change(String type, Optional<String> to) {}

    EvaluationCase {
        turns = List.copyOf(turns);
        vocabulary = Set.copyOf(vocabulary);
        truth = Set.copyOf(truth);
        changes = List.copyOf(changes);
    }

    boolean isText() {
        return vocabulary.isEmpty() && outcome.isEmpty() && changes.isEmpty();
    }

    /** Whether the label speaks of a code. */
    boolean judges(String code, Set<String> fileVocabulary) {
        return isText() ? fileVocabulary.contains(code) : vocabulary.stream().anyMatch(code::startsWith);
    }

    /** Whether the label says that there is nothing to find. */
    boolean isWithoutLabel() {
        return truth.isEmpty()
                && changes.isEmpty()
                && outcome.orElse(CancellationOutcome.NONE) == CancellationOutcome.NONE;
    }

    String text() {
        return String.join(" | ", turns.stream().map(PlainTurns.Turn::text).toList());
    }
}
