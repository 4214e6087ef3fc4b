package dev.callsift.models.category;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.MaxentModel;

/**
 * The weights of many yes-or-no models of maximum entropy in one table, a row for each feature and a column for each model. They
 * say the same as the models one by one, but a feature is looked up once instead of once in each, and its name is kept once. Immutable.
 */
final class WeightTable {

    private final int columns;
    private final Map<String, Integer> rows;

    /** Row by row: how much more a feature speaks for "yes" than for "no". */
    private final float[] weights;

    private WeightTable(int columns, Map<String, Integer> rows, float[] weights) {
        this.columns = columns;
        this.rows = rows;
        this.weights = weights;
    }

    /** Takes models one after the other, so that not all of them need be in memory at once. */
    static final class Builder {

        private final Map<String, Integer> rows = new HashMap<>();
        private final List<float[]> columns = new ArrayList<>();

        /** @param model as OpenNLP trains it, with the outcomes {@link UtteranceCategorizer#YES} and {@link UtteranceCategorizer#NO} */
        void add(MaxentModel model) {
            Map<String, Context> contexts = contexts(model);
            contexts.keySet().forEach(feature -> rows.putIfAbsent(feature, rows.size()));
            int yes = model.getIndex(UtteranceCategorizer.YES);
            float[] column = new float[rows.size()];
            contexts.forEach((feature, context) -> column[rows.getOrDefault(feature, 0)] = weight(context, yes));
            columns.add(column);
        }

        /** The second of the structures that a model consists of, as its writers take them. */
        @SuppressWarnings("unchecked")
        private static Map<String, Context> contexts(MaxentModel model) {
            return (Map<String, Context>) ((AbstractModel) model).getDataStructures()[1];
        }

        private static float weight(Context context, int yes) {
            double weight = 0;
            for (int i = 0; i < context.getOutcomes().length; i++) {
                weight += context.getOutcomes()[i] == yes ? context.getParameters()[i] : -context.getParameters()[i];
            }
            return (float) weight;
        }

        WeightTable build() {
            float[] weights = new float[rows.size() * columns.size()];
            for (int column = 0; column < columns.size(); column++) {
                float[] ofModel = columns.get(column);
                for (int row = 0; row < ofModel.length; row++) {
                    weights[row * columns.size() + column] = ofModel[row];
                }
            }
            return new WeightTable(columns.size(), Map.copyOf(rows), weights);
        }
    }

    /** The likelihood of "yes" by each model, in the order in which they were added. */
    double[] probabilities(List<String> features) {
        double[] sums = new double[columns];
        for (String feature : features) {
            Integer row = rows.get(feature);
            for (int column = 0; row != null && column < columns; column++) {
                sums[column] += weights[row * columns + column];
            }
        }
        for (int column = 0; column < columns; column++) {
            sums[column] = probability(sums[column]);
        }
        return sums;
    }

    /** The same by one of the models. */
    double probability(int column, List<String> features) {
        double sum = 0;
        for (String feature : features) {
            Integer row = rows.get(feature);
            sum += row == null ? 0 : weights[row * columns + column];
        }
        return probability(sum);
    }

    private static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
