package dev.callsift.models.category;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import opennlp.tools.ml.model.MaxentModel;

/**
 * Says of each code how likely an utterance shows it: one OpenNLP document categorizer for each code, which knows "yes" and "no".
 * Immutable and safe for use by several threads.
 */
public final class UtteranceCategorizer {

    /** The outcome of a categorizer where its code holds. */
    public static final String YES = "yes";

    /** The outcome of a categorizer where its code does not hold. */
    public static final String NO = "no";

    private final Map<String, MaxentModel> models;

    /** @param models by code */
    public UtteranceCategorizer(Map<String, ? extends MaxentModel> models) {
        this.models = new TreeMap<>(models);
    }

    /** The codes it knows; a deployment's own codes are found by rules alone. */
    public Set<String> codes() {
        return Set.copyOf(models.keySet());
    }

    /**
     * The likelihood of each code before rules are heard, from 0 to 1.
     *
     * @param words the customer's, as the taxonomy's tokenizer gives them
     * @param before the agent's words before them, likewise; empty when there are none
     */
    public Map<String, Double> probabilities(List<String> words, List<String> before) {
        String[] seen = features(words, before).toArray(String[]::new);
        Map<String, Double> probabilities = new HashMap<>();
        models.forEach((code, model) -> probabilities.put(code, probability(model, seen)));
        return probabilities;
    }

    /**
     * The likelihood of one code.
     *
     * @throws IllegalArgumentException when it does not know the code
     */
    public double probability(String code, List<String> words, List<String> before) {
        MaxentModel model = models.get(code);
        if (model == null) {
            throw new IllegalArgumentException(code + " has no categorizer");
        }
        return probability(model, features(words, before));
    }

    /** What the models see of an utterance. */
    public static List<String> features(List<String> words, List<String> before) {
        return UtteranceFeatures.features(words, before);
    }

    /** The likelihood that a model gives to {@link #YES}. */
    public static double probability(MaxentModel model, List<String> seen) {
        return probability(model, seen.toArray(String[]::new));
    }

    private static double probability(MaxentModel model, String[] seen) {
        return model.eval(seen)[model.getIndex(YES)];
    }
}
