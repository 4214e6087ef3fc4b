package dev.callsift.models.training;

import dev.callsift.models.category.UtteranceCategorizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.MaxentModel;

/** Examples as rows: which of the features that several examples have they have. Immutable. */
final class FeatureRows implements LogisticRegression.Rows {

    /** Features of fewer examples teach nothing about others. */
    private static final int CUTOFF = 3;

    private static final String[] OUTCOMES = {UtteranceCategorizer.NO, UtteranceCategorizer.YES};
    private static final int[] YES = {1};

    private final List<String> features = new ArrayList<>();
    private final int[][] rows;

    FeatureRows(List<List<String>> examples) {
        Map<String, Integer> counts = new HashMap<>();
        examples.forEach(example -> example.stream().distinct().forEach(each -> counts.merge(each, 1, Integer::sum)));
        Map<String, Integer> numbers = new HashMap<>();
        examples.stream()
                .flatMap(List::stream)
                .filter(feature -> counts.getOrDefault(feature, 0) >= CUTOFF)
                .forEach(feature -> {
                    if (numbers.putIfAbsent(feature, features.size()) == null) {
                        features.add(feature);
                    }
                });
        rows = examples.stream()
                .map(example -> example.stream()
                        .filter(numbers::containsKey)
                        .mapToInt(feature -> numbers.getOrDefault(feature, 0))
                        .toArray())
                .toArray(int[][]::new);
    }

    @Override
    public int dimension() {
        return features.size();
    }

    @Override
    public double dot(int row, double[] weights) {
        double sum = 0;
        for (int feature : rows[row]) {
            sum += weights[feature];
        }
        return sum;
    }

    @Override
    public void addTo(int row, double[] sums, double times) {
        for (int feature : rows[row]) {
            sums[feature] += times;
        }
    }

    String name(int feature) {
        return features.get(feature);
    }

    /** Weights as OpenNLP's model of a categorizer. */
    MaxentModel model(double[] weights) {
        List<Context> parameters = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                parameters.add(new Context(YES, new double[] {weights[i]}));
                kept.add(features.get(i));
            }
        }
        return new QNModel(parameters.toArray(Context[]::new), kept.toArray(String[]::new), OUTCOMES);
    }
}
