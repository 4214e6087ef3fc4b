package dev.callsift.models.training;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import opennlp.tools.ml.maxent.quasinewton.Function;
import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;

/**
 * Logistic regression with a penalty on large weights, by OpenNLP's minimizer (L-BFGS). It takes what OpenNLP's own trainer takes
 * many times as long for: the rows stay as they are for all codes and all folds, and there is one weight for a feature where
 * that has two.
 */
final class LogisticRegression {

    private static final int ITERATIONS = 40;

    private final Rows rows;
    private final double l2Cost;

    /** @param l2Cost how strongly large weights are held back */
    LogisticRegression(Rows rows, double l2Cost) {
        this.rows = rows;
        this.l2Cost = l2Cost;
    }

    /** Examples as numbers; the same ones whoever asks. */
    interface Rows {

        /** How many weights there are. */
        int dimension();

        double dot(int row, double[] weights);

        /** Adds a multiple of a row. */
        void addTo(int row, double[] sums, double times);
    }

    /**
     * The weights with which rows that show something are told from the others.
     *
     * @param chosen the rows to learn from
     * @param showing those that show it
     */
    double[] weights(int[] chosen, IntPredicate showing) {
        boolean[] shows = new boolean[chosen.length];
        IntStream.range(0, chosen.length).forEach(i -> shows[i] = showing.test(chosen[i]));
        return new QNMinimizer(0, l2Cost, ITERATIONS).minimize(new Loss(rows, chosen, shows));
    }

    /** The likelihood that a row shows it. */
    double likelihood(double[] weights, int row) {
        return likelihood(rows.dot(row, weights));
    }

    static double likelihood(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** How badly weights tell the two apart: the negative logarithm of the likelihood of what they are. For one thread. */
    private static final class Loss implements Function {

        private final Rows rows;
        private final int[] chosen;
        private final boolean[] shows;
        private final double[] logOdds;
        private double[] known = {};

        Loss(Rows rows, int[] chosen, boolean[] shows) {
            this.rows = rows;
            this.chosen = chosen;
            this.shows = shows;
            this.logOdds = new double[chosen.length];
        }

        @Override
        public int getDimension() {
            return rows.dimension();
        }

        @Override
        public double valueAt(double[] weights) {
            lookAt(weights);
            double loss = 0;
            for (int i = 0; i < chosen.length; i++) {
                double margin = shows[i] ? logOdds[i] : -logOdds[i];
                loss += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
            }
            return loss;
        }

        @Override
        public double[] gradientAt(double[] weights) {
            lookAt(weights);
            double[] gradient = new double[weights.length];
            for (int i = 0; i < chosen.length; i++) {
                rows.addTo(chosen[i], gradient, likelihood(logOdds[i]) - (shows[i] ? 1 : 0));
            }
            return gradient;
        }

        /** The minimizer asks for the value and for the gradient at the same place. */
        private void lookAt(double[] weights) {
            if (Arrays.equals(weights, known)) {
                return;
            }
            known = weights.clone();
            for (int i = 0; i < chosen.length; i++) {
                logOdds[i] = rows.dot(chosen[i], weights);
            }
        }
    }
}
