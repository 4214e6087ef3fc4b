package dev.callsift.models.meaning;

import dev.callsift.models.language.RuleSpeaker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** What the encoder makes of a turn in its call. Immutable. */
public final class TurnReading {

    private final List<String> codes;
    private final List<WordReading> words;
    private final List<Name> names;

    /**
     * Words that name something.
     *
     * @param type the label of an entity type, for example {@code order-number}
     * @param from index of the first word
     * @param to index after the last word
     */
    public record Name(String type, int from, int to) {}

    /**
     * What is read in a word.
     *
     * @param logOdds of each code, as a customer would show it, and then as an agent would
     * @param settled how likely it belongs to what a change leads to, from 0 to 1
     * @param before how likely it belongs to what was there before the change
     */
    @SuppressWarnings("ArrayRecordComponent") // for each word of a call: lists would take several times the memory
    record WordReading(float[] logOdds, double settled, double before) {}

    /**
     * @param codes in the order of their log-odds
     * @param names in the order of the words; no two share a word
     */
    TurnReading(List<String> codes, List<WordReading> words, List<Name> names) {
        this.codes = codes;
        this.words = List.copyOf(words);
        this.names = List.copyOf(names);
    }

    /** Both as one turn. */
    TurnReading and(TurnReading next) {
        List<WordReading> all = new ArrayList<>(words);
        all.addAll(next.words);
        return new TurnReading(codes, all, joined(next.names));
    }

    /** A name that the end of the one and the beginning of the other share is one. */
    private List<Name> joined(List<Name> next) {
        List<Name> joined = new ArrayList<>(names);
        for (Name name : next) {
            int from = words.size() + name.from();
            int to = words.size() + name.to();
            boolean part = !joined.isEmpty()
                    && joined.getLast().type().equals(name.type())
                    && joined.getLast().to() == from;
            joined.add(new Name(name.type(), part ? joined.removeLast().from() : from, to));
        }
        return joined;
    }

    /**
     * The likelihood of each code, from 0 to 1.
     *
     * @param speaker whose turn it is: {@code CUSTOMER} or {@code AGENT}
     */
    public Map<String, Double> likelihoods(RuleSpeaker speaker) {
        return likelihoods(speaker, 0, words.size());
    }

    /**
     * The likelihood of each code in some of the words, likewise: of any of them, as log-odds whose exponentials are summed.
     *
     * @param from index of the first word
     * @param to index after the last word
     */
    public Map<String, Double> likelihoods(RuleSpeaker speaker, int from, int to) {
        if (speaker == RuleSpeaker.ANY) {
            throw new IllegalArgumentException("codes are read as a customer or as an agent shows them");
        }
        int offset = speaker == RuleSpeaker.CUSTOMER ? 0 : codes.size();
        Map<String, Double> likelihoods = new HashMap<>();
        for (int code = 0; code < codes.size(); code++) {
            int column = offset + code;
            double odds = words.subList(from, to).stream()
                    .mapToDouble(word -> Math.exp(word.logOdds()[column]))
                    .sum();
            likelihoods.put(codes.get(code), odds / (1 + odds));
        }
        return likelihoods;
    }

    /** What is named, in the order of the words; no two share a word. */
    public List<Name> names() {
        return names;
    }

    /** How likely some words are what a change leads to, from 0 to 1. */
    public double settled(int from, int to) {
        return mean(words.subList(from, to).stream().mapToDouble(WordReading::settled));
    }

    /** How likely some words are what was there before a change, from 0 to 1. */
    public double before(int from, int to) {
        return mean(words.subList(from, to).stream().mapToDouble(WordReading::before));
    }

    private static double mean(DoubleStream likelihoods) {
        return likelihoods.average().orElse(0);
    }
}
