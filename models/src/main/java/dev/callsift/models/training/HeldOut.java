package dev.callsift.models.training;

import dev.callsift.models.category.Weight;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.IntPredicate;

/**
 * How good a code is found on text that its model had not seen.
 *
 * @param labelled how many utterances show it
 * @param found how many of them were found
 * @param wrong how many others were taken for it
 */
record HeldOut(int labelled, int found, int wrong) {

    /** Of nothing at all. */
    static final HeldOut NOTHING = new HeldOut(0, 0, 0);

    /** What is found with a weight. */
    static HeldOut of(Judged judged, Weight weight) {
        double[] likelihoods = judged.likelihoods().together(judged.code(), judged.samples(), weight);
        return of(likelihoods, i -> judged.samples().get(i).codes().contains(judged.code()), weight.threshold());
    }

    /**
     * What is found from a threshold on.
     *
     * @param likelihoods of a code
     * @param holds whether it holds
     */
    static HeldOut of(double[] likelihoods, IntPredicate holds, double threshold) {
        int labelled = 0;
        int found = 0;
        int wrong = 0;
        for (int i = 0; i < likelihoods.length; i++) {
            boolean tagged = likelihoods[i] >= threshold;
            labelled += holds.test(i) ? 1 : 0;
            found += holds.test(i) && tagged ? 1 : 0;
            wrong += !holds.test(i) && tagged ? 1 : 0;
        }
        return new HeldOut(labelled, found, wrong);
    }

    double precision() {
        return found + wrong == 0 ? 1 : (double) found / (found + wrong);
    }

    double recall() {
        return labelled == 0 ? 1 : (double) found / labelled;
    }

    HeldOut plus(HeldOut other) {
        return new HeldOut(labelled + other.labelled, found + other.found, wrong + other.wrong);
    }

    /** A table for people: each code, and all of them. */
    static String table(String title, SortedMap<String, HeldOut> heldOut) {
        StringBuilder table = new StringBuilder(heading(title));
        heldOut.forEach((code, each) -> table.append(each.row(code)));
        HeldOut all = heldOut.values().stream().reduce(NOTHING, HeldOut::plus);
        return table.append(all.row("micro")).toString();
    }

    static String heading(String title) {
        return String.format(Locale.ROOT, "%-26s %8s %9s %7s %7s%n", title, "n", "precision", "recall", "F1");
    }

    /** For a model card. */
    Map<String, Object> card() {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("n", labelled);
        card.put("precision", rounded(precision()));
        card.put("recall", rounded(recall()));
        card.put("f1", rounded(f1()));
        return card;
    }

    private static double rounded(double figure) {
        return Math.round(figure * 1000) / 1000.0;
    }

    String row(String name) {
        return String.format(
                Locale.ROOT, "  %-24s %8d %9.3f %7.3f %7.3f%n", name, labelled, precision(), recall(), f1());
    }

    double f1() {
        return f1(1);
    }

    /** The F1 that is to be expected where utterances that do not show the code are so many times more frequent. */
    double f1(double others) {
        return labelled + found + wrong == 0 ? 1 : 2.0 * found / (labelled + found + others * wrong);
    }
}
