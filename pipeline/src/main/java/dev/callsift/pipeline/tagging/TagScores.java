package dev.callsift.pipeline.tagging;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an evaluation of tags found.
 *
 * @param taxonomy version of the taxonomy judged
 * @param cases texts or calls judged
 * @param codes counts per code that is labelled or was tagged, by code
 * @param falseTagRate share of the cases without any label that got a tag; empty when there are none such
 * @param outcomeAccuracy share of calls whose cancellation outcome is right; empty when no line names one
 * @param mistakes every wrong or missed tag, in the order of the file
 */
public record TagScores(
        String taxonomy,
        int cases,
        Map<String, TagCounts> codes,
        Optional<Double> falseTagRate,
        Optional<Double> outcomeAccuracy,
        List<Mistake> mistakes) {

    public TagScores {
        codes = Collections.unmodifiableMap(new TreeMap<>(codes));
        mistakes = List.copyOf(mistakes);
    }

    /**
     * @param tagged whether it was tagged and should not have been; otherwise it was missed
     * @param evidence what the tagger took for it
     */
    public record Mistake(String id, String code, boolean tagged, String evidence, String text) {

        @Override
        public String toString() {
            return (tagged ? "wrong  " : "missed ") + code + "  " + id + "  " + text
                    + (evidence.isEmpty() ? "" : "\n         " + evidence);
        }
    }

    /** All codes' counts as one. */
    public TagCounts micro() {
        return codes.values().stream().reduce(TagCounts.NONE, TagCounts::plus);
    }

    /** The mean F1 of the codes that are labelled anywhere. */
    public double macroF1() {
        return codes.values().stream()
                .filter(counts -> counts.labelled() > 0)
                .mapToDouble(TagCounts::f1)
                .average()
                .orElse(1);
    }

    /** A table for people. */
    public String text(boolean showMistakes) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d cases, taxonomy %s%n%-26s %9s %9s %9s   %s%n",
                cases,
                taxonomy,
                "code",
                "precision",
                "recall",
                "F1",
                "found/wrong/missed"));
        codes.forEach((code, counts) -> text.append(row(code, counts)));
        text.append(row("micro", micro())).append(String.format(Locale.ROOT, "%-46s %9.3f%n", "macro", macroF1()));
        outcomeAccuracy.ifPresent(value -> text.append(share("outcome accuracy", value)));
        falseTagRate.ifPresent(value -> text.append(share("tagged of those with no label", value)));
        if (showMistakes) {
            mistakes.forEach(mistake -> text.append(mistake).append(System.lineSeparator()));
        }
        return text.toString();
    }

    private static String row(String code, TagCounts counts) {
        return String.format(
                Locale.ROOT,
                "%-26s %9.3f %9.3f %9.3f   %d/%d/%d%n",
                code,
                counts.precision(),
                counts.recall(),
                counts.f1(),
                counts.found(),
                counts.wrong(),
                counts.missed());
    }

    private static String share(String what, double value) {
        return String.format(Locale.ROOT, "%-46s %9.3f%n", what, value);
    }
}
