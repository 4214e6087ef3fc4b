package dev.callsift.models.meaning;

import dev.callsift.models.language.RuleSpeaker;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the encoder makes of a turn. Immutable. */
public final class TurnReading {

    private final float[] vector;
    private final int words;
    private final Map<RuleSpeaker, Map<String, Double>> likelihoods;
    private final List<Name> names;

    /**
     * Words that name something.
     *
     * @param type the label of an entity type, for example {@code order-number}
     * @param from index of the first word
     * @param to index after the last word
     */
    public record Name(String type, int from, int to) {}

    /** @param words how many words were read */
    TurnReading(float[] vector, int words, Map<RuleSpeaker, Map<String, Double>> likelihoods, List<Name> names) {
        this.vector = vector;
        this.words = words;
        this.likelihoods = Map.copyOf(likelihoods);
        this.names = List.copyOf(names);
    }

    /** Both as one turn: whatever one of them shows, the mean of what they are about, by their numbers of words. */
    TurnReading and(TurnReading next) {
        int all = words + next.words;
        float[] mean = new float[vector.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (words * vector[i] + next.words * next.vector[i]) / all;
        }
        Map<RuleSpeaker, Map<String, Double>> either = new EnumMap<>(RuleSpeaker.class);
        likelihoods.forEach((speaker, own) -> {
            Map<String, Double> higher = new HashMap<>(own);
            next.likelihoods(speaker).forEach((code, likelihood) -> higher.merge(code, likelihood, Math::max));
            either.put(speaker, higher);
        });
        return new TurnReading(mean, all, either, joined(next.names));
    }

    /** A name that the end of the one and the beginning of the other share is one. */
    private List<Name> joined(List<Name> next) {
        List<Name> joined = new ArrayList<>(names);
        for (Name name : next) {
            boolean part = !joined.isEmpty()
                    && joined.getLast().type().equals(name.type())
                    && joined.getLast().to() == name.from();
            int from = part ? joined.removeLast().from() : name.from();
            joined.add(new Name(name.type(), from, name.to()));
        }
        return joined;
    }

    /** What the call is read from; not to be changed. */
    float[] vector() {
        return vector;
    }

    /**
     * The likelihood of each code, from 0 to 1.
     *
     * @param speaker whose turn it is: {@code CUSTOMER} or {@code AGENT}
     */
    public Map<String, Double> likelihoods(RuleSpeaker speaker) {
        return likelihoods.getOrDefault(speaker, Map.of());
    }

    /** What is named, in the order of the words; no two share a word. */
    public List<Name> names() {
        return names;
    }
}
