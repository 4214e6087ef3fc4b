package dev.callsift.pipeline.tagging;

import java.util.List;

/** What the agent said to a request. */
public enum AgentAnswer {
    /** Will be done, or passed on. */
    PROMISED("signal.agent-promises"),
    /** Cannot be done. */
    REFUSED("signal.agent-refuses"),
    /** Has been done in this call. */
    DONE("signal.agent-done"),
    /** Nothing that was understood as an answer. */
    NONE("");

    private final String signal;

    AgentAnswer(String signal) {
        this.signal = signal;
    }

    /**
     * The answer among what the agent said after a request: what was done in the end, else what was said last.
     *
     * @param answers in the order of time
     */
    static AgentAnswer of(List<Hit> answers) {
        if (answers.stream().anyMatch(DONE::isSaidBy)) {
            return DONE;
        }
        return answers.isEmpty()
                ? NONE
                : List.of(PROMISED, REFUSED).stream()
                        .filter(answer -> answer.isSaidBy(answers.getLast()))
                        .findFirst()
                        .orElse(NONE);
    }

    static boolean isAnswer(Hit hit) {
        return List.of(PROMISED, REFUSED, DONE).stream().anyMatch(answer -> answer.isSaidBy(hit));
    }

    private boolean isSaidBy(Hit hit) {
        return hit.code().code().equals(signal);
    }
}
