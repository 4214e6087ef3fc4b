package dev.callsift.pipeline.evaluation.tags;

import java.util.List;
import java.util.stream.Collectors;

/** A file of labels cannot be judged by. Fate: stop; the message names the file and what to correct, line by line. */
public final class UnreadableLabelsException extends RuntimeException {

    private static final int MOST_TOLD = 20;

    UnreadableLabelsException(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param problems each with file and line, or what else names the place */
    public UnreadableLabelsException(List<String> problems) {
        super(problems.stream()
                .limit(MOST_TOLD)
                .map(problem -> "\n  " + problem)
                .collect(Collectors.joining(
                        "", "the labels have " + problems.size() + " problem(s) to correct:", more(problems))));
    }

    private static String more(List<String> problems) {
        return problems.size() <= MOST_TOLD ? "" : "\n  and " + (problems.size() - MOST_TOLD) + " more";
    }
}
