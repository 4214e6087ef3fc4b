package dev.callsift.models.language;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A taxonomy cannot be used. The run stops at start; the message lists every problem found, with file and line. */
public final class TaxonomyException extends RuntimeException {

    private final transient List<TaxonomyProblem> problems;

    public TaxonomyException(List<TaxonomyProblem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order found. */
    public List<TaxonomyProblem> problems() {
        return problems;
    }

    private static String message(List<TaxonomyProblem> problems) {
        return problems.stream()
                .sorted(Comparator.comparing(TaxonomyProblem::where))
                .map(problem -> System.lineSeparator() + "  " + problem)
                .collect(Collectors.joining(
                        "", "the taxonomy has " + problems.size() + " problem(s), correct the lines named:", ""));
    }
}
