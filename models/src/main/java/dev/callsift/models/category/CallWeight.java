package dev.callsift.models.category;

import java.util.Map;
import java.util.TreeMap;

/**
 * How all that is heard in a call is weighed for one code: a logistic function over {@link CallScores#features}, fitted to whole calls, so
 * that its value can be read as a probability.
 *
 * @param weights by feature; features without one do not count
 * @param threshold from which likelihood the call is tagged, chosen on calls that the weights were not fitted to
 */
public record CallWeight(Map<String, Double> weights, double threshold) {

    public CallWeight {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("the threshold " + threshold + " is not between 0 and 1");
        }
        weights = new TreeMap<>(weights);
    }

    /** How likely the code holds for a call. */
    public double likelihood(Map<String, Double> features) {
        double sum = 0;
        for (Map.Entry<String, Double> feature : features.entrySet()) {
            sum += feature.getValue() * weights.getOrDefault(feature.getKey(), 0.0);
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
