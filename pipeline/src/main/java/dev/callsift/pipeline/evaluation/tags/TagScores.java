package dev.callsift.pipeline.evaluation.tags;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What an evaluation of tags found.
 *
 * @param taxonomy version of the taxonomy judged
 * @param models version of the language models judged
 * @param cases texts or calls judged
 * @param codes counts per code that is labelled or was tagged, by code
 * @param unknown labels of texts that the taxonomy does not have, by name; each counts as missed
 * @param outcomes calls whose cancellation outcome is right, of those that name one
 * @param changes changes whose value is right, of those labelled, by the code of the modification
 * @param falselyTagged cases that got a tag, of those without any label
 * @param mistakes everything wrong or missed, in the order of the file
 */
public record TagScores(
        String taxonomy,
        String models,
        int cases,
        SortedMap<String, TagCounts> codes,
        SortedMap<String, Integer> unknown,
        Share outcomes,
        SortedMap<String, Share> changes,
        Share falselyTagged,
        List<Mistake> mistakes) {

    public TagScores {
        codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
        unknown = Collections.unmodifiableSortedMap(new TreeMap<>(unknown));
        changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
        mistakes = List.copyOf(mistakes);
    }

    /** @param of how many there were; where it is 0 nothing can be said */
    public record Share(int count, int of) {

        static final Share NONE = new Share(0, 0);

        static Share of(boolean counts) {
            return new Share(counts ? 1 : 0, 1);
        }

        Share plus(Share other) {
            return new Share(count + other.count, of + other.of);
        }

        /** From 0 to 1; 0 where there were none. */
        public double value() {
            return of == 0 ? 0 : (double) count / of;
        }
    }

    /** The means over the codes that are labelled anywhere. */
    public record Macro(int codes, double precision, double recall, double f1) {}

    /** What kind of mistake. */
    public enum Kind {
        /** Tagged and not labelled. */
        WRONG,
        /** Labelled and not tagged. */
        MISSED,
        /** Another outcome than labelled. */
        OUTCOME,
        /** Another value of a change than labelled, or no such request. */
        CHANGE
    }

    /**
     * @param what the code, or what was found for what
     * @param evidence what the tagger took for it; empty where it found nothing
     */
    public record Mistake(Kind kind, String id, String what, String evidence, String text) {}

    /** All codes' counts as one. */
    public TagCounts micro() {
        return codes.values().stream().reduce(TagCounts.NONE, TagCounts::plus);
    }

    public Macro macro() {
        List<TagCounts> labelled =
                codes.values().stream().filter(counts -> counts.labelled() > 0).toList();
        return new Macro(
                labelled.size(),
                mean(labelled, TagCounts::precision),
                mean(labelled, TagCounts::recall),
                mean(labelled, TagCounts::f1));
    }

    /** All changes as one. */
    public Share allChanges() {
        return changes.values().stream().reduce(Share.NONE, Share::plus);
    }

    private static double mean(List<TagCounts> counts, ToDoubleFunction<TagCounts> figure) {
        return counts.stream().mapToDouble(figure).average().orElse(0);
    }
}
