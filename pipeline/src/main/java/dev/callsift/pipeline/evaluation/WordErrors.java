package dev.callsift.pipeline.evaluation;

import java.util.List;

/**
 * Word errors, counted by the alignment with the fewest of them (Levenshtein distance over words).
 *
 * @param words in the reference
 * @param substitutions words heard as another one
 * @param deletions words not heard
 * @param insertions words heard that nobody said
 */
public record WordErrors(long words, long substitutions, long deletions, long insertions) {

    public static final WordErrors NONE = new WordErrors(0, 0, 0, 0);

    /** Time and memory grow with the product of the lengths. */
    public static WordErrors count(List<String> reference, List<String> hypothesis) {
        int[][] cost = new int[reference.size() + 1][hypothesis.size() + 1];
        for (int i = 0; i <= reference.size(); i++) {
            for (int j = 0; j <= hypothesis.size(); j++) {
                cost[i][j] = cheapest(cost, i, j, reference, hypothesis);
            }
        }
        return trace(cost, reference, hypothesis);
    }

    private static int cheapest(int[][] cost, int i, int j, List<String> reference, List<String> hypothesis) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int aligned = cost[i - 1][j - 1] + (same(reference, i, hypothesis, j) ? 0 : 1);
        return Math.min(aligned, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    }

    private static WordErrors trace(int[][] cost, List<String> reference, List<String> hypothesis) {
        long substitutions = 0;
        long deletions = 0;
        long insertions = 0;
        int i = reference.size();
        int j = hypothesis.size();
        while (i > 0 || j > 0) {
            boolean same = i > 0 && j > 0 && same(reference, i, hypothesis, j);
            if (i > 0 && j > 0 && cost[i][j] == cost[i - 1][j - 1] + (same ? 0 : 1)) {
                substitutions += same ? 0 : 1;
                i--;
                j--;
            } else if (i > 0 && cost[i][j] == cost[i - 1][j] + 1) {
                deletions++;
                i--;
            } else {
                insertions++;
                j--;
            }
        }
        return new WordErrors(reference.size(), substitutions, deletions, insertions);
    }

    private static boolean same(List<String> reference, int i, List<String> hypothesis, int j) {
        return reference.get(i - 1).equals(hypothesis.get(j - 1));
    }

    public WordErrors plus(WordErrors other) {
        return new WordErrors(
                words + other.words,
                substitutions + other.substitutions,
                deletions + other.deletions,
                insertions + other.insertions);
    }

    /** Word error rate: errors per word of the reference; above 1 when more is made up than was said. */
    public double rate() {
        long errors = substitutions + deletions + insertions;
        return words == 0 ? (errors == 0 ? 0 : Double.POSITIVE_INFINITY) : (double) errors / words;
    }
}
