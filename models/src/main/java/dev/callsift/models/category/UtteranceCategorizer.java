package dev.callsift.models.category;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final List<String> codes;
    private final WeightTable weights;

    /**
     * @param codes of the models, in the order in which they were added to the table
     * @param weights of the models
     */
    UtteranceCategorizer(List<String> codes, WeightTable weights) {
        this.codes = List.copyOf(codes);
        this.weights = weights;
    }

    /** The codes it knows; a deployment's own codes are found by rules alone. */
    public Set<String> codes() {
        return Set.copyOf(codes);
    }

    /**
     * The likelihood of each code before rules are heard, from 0 to 1.
     *
     * @param words the customer's, as the taxonomy's tokenizer gives them
     * @param before the agent's words before them, likewise; empty when there are none
     */
    public Map<String, Double> probabilities(List<String> words, List<String> before) {
        double[] likelihoods = weights.probabilities(features(words, before));
        Map<String, Double> probabilities = new HashMap<>();
        for (int i = 0; i < likelihoods.length; i++) {
            probabilities.put(codes.get(i), likelihoods[i]);
        }
        return probabilities;
    }

    /**
     * The likelihood of one code.
     *
     * @throws IllegalArgumentException when it does not know the code
     */
    public double probability(String code, List<String> words, List<String> before) {
        int column = codes.indexOf(code);
        if (column < 0) {
            throw new IllegalArgumentException(code + " has no categorizer");
        }
        return weights.probability(column, features(words, before));
    }

    /** What the models see of an utterance. */
    public static List<String> features(List<String> words, List<String> before) {
        return UtteranceFeatures.features(words, before);
    }

    /** The likelihood that a model gives to {@link #YES}. */
    public static double probability(MaxentModel model, List<String> seen) {
        return model.eval(seen.toArray(String[]::new))[model.getIndex(YES)];
    }
}
