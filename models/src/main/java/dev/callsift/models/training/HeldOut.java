package dev.callsift.models.training;

import dev.callsift.models.category.Weight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * How good a code is found on text that its model had not seen.
 *
 * @param labelled how many utterances show it
 * @param found how many of them were found
 * @param wrong how many others were taken for it
 */
record HeldOut(int labelled, int found, int wrong) {

    static HeldOut of(String code, List<Sample> samples, Likelihoods likelihoods, Weight weight) {
        int labelled = 0;
        int found = 0;
        int wrong = 0;
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            boolean holds = sample.codes().contains(code);
            boolean tagged = weight.likelihood(
                            likelihoods.said(i),
                            likelihoods.meant(i),
                            sample.strength(code),
                            sample.vetoed().contains(code))
                    >= weight.threshold();
            labelled += holds ? 1 : 0;
            found += holds && tagged ? 1 : 0;
            wrong += !holds && tagged ? 1 : 0;
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
        HeldOut all = heldOut.values().stream().reduce(new HeldOut(0, 0, 0), HeldOut::plus);
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
