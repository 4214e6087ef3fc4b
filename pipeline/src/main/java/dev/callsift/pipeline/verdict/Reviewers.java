package dev.callsift.pipeline.verdict;

/** The names of reviewers. */
final class Reviewers {

    private Reviewers() {}

    static void check(String name) {
        if (name.isBlank() || name.length() > Verdict.LONGEST_REVIEWER) {
            throw new IllegalArgumentException(
                    "a reviewer has a name of 1 to " + Verdict.LONGEST_REVIEWER + " characters, not '" + name + "'");
        }
    }
}
