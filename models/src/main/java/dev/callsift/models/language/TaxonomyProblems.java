package dev.callsift.models.language;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong, so that all of it is said at once. */
final class TaxonomyProblems {

    private final List<TaxonomyProblem> problems = new ArrayList<>();

    void add(SourceLine where, String message) {
        problems.add(new TaxonomyProblem(where, message));
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new TaxonomyException(problems);
        }
    }
}
