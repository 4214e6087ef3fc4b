package dev.callsift.review;

import dev.callsift.pipeline.index.Findings;
import dev.callsift.pipeline.tagging.AgentAnswer;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Requests to change one thing on an order.
 *
 * @param code of the taxonomy
 * @param calls in which it is asked for
 * @param answers what agents said to it, by request; every answer is present. A call whose request was tagged but not read in
 *     detail counts as one without an answer
 */
public record ModificationFigures(String code, int calls, Map<AgentAnswer, Integer> answers) {

    public ModificationFigures {
        answers = Map.copyOf(answers);
    }

    /** The one of most calls first. */
    static List<ModificationFigures> of(List<ReviewedCall> calls) {
        Map<String, Integer> asked = new TreeMap<>();
        Map<String, EnumMap<AgentAnswer, Integer>> answers = new TreeMap<>();
        for (ReviewedCall call : calls) {
            for (String code : call.codes()) {
                if (code.startsWith(ReviewedCall.MODIFICATION)) {
                    asked.merge(code, 1, Integer::sum);
                    count(answers.computeIfAbsent(code, each -> none()), code, call.findings());
                }
            }
        }
        return asked.keySet().stream()
                .map(code ->
                        new ModificationFigures(code, asked.getOrDefault(code, 0), answers.getOrDefault(code, none())))
                .sorted(Comparator.comparingInt(figures -> -figures.calls()))
                .toList();
    }

    private static void count(Map<AgentAnswer, Integer> answers, String code, Findings findings) {
        List<Findings.Change> changes = findings.changes().stream()
                .filter(change -> change.type().equals(code))
                .toList();
        changes.forEach(change -> answers.merge(change.answer(), 1, Integer::sum));
        if (changes.isEmpty()) {
            answers.merge(AgentAnswer.NONE, 1, Integer::sum);
        }
    }

    private static EnumMap<AgentAnswer, Integer> none() {
        EnumMap<AgentAnswer, Integer> none = new EnumMap<>(AgentAnswer.class);
        for (AgentAnswer answer : AgentAnswer.values()) {
            none.put(answer, 0);
        }
        return none;
    }
}
