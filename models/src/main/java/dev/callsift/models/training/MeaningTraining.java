package dev.callsift.models.training;

import dev.callsift.models.meaning.MeaningVector;
import dev.callsift.models.meaning.Plane;
import dev.callsift.models.meaning.SentenceEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import opennlp.tools.ml.maxent.quasinewton.Function;
import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;

/** Finds what divides the meanings of utterances that show a code from the others: logistic regression, L-BFGS. */
final class MeaningTraining {

    private static final double L2_COST = 0.04;
    private static final int ITERATIONS = 60;

    private final List<Sample> samples;
    private final MeaningVector center;
    private final List<MeaningVector> meanings;

    /** @param meanings of the samples, in their order */
    MeaningTraining(List<Sample> samples, List<MeaningVector> meanings) {
        this.samples = samples;
        this.center = MeaningVector.mean(meanings);
        this.meanings = meanings.stream().map(each -> each.minus(center)).toList();
    }

    /** The mean of all meanings; planes take meanings less this. */
    MeaningVector center() {
        return center;
    }

    /** @param chosen the samples to learn from, by number */
    Plane plane(String code, IntPredicate chosen) {
        List<MeaningVector> showing = new ArrayList<>();
        List<MeaningVector> others = new ArrayList<>();
        IntStream.range(0, samples.size())
                .filter(chosen)
                .forEach(i -> (samples.get(i).codes().contains(code) ? showing : others).add(meanings.get(i)));
        return new Plane(new QNMinimizer(0, L2_COST, ITERATIONS).minimize(new LogisticLoss(showing, others)));
    }

    /** The likelihood of a sample by a plane. */
    double likelihood(Plane plane, int sample) {
        return plane.likelihood(meanings.get(sample));
    }

    /** How badly a plane tells the two apart: the negative logarithm of the likelihood of what they are. */
    private record LogisticLoss(List<MeaningVector> showing, List<MeaningVector> others) implements Function {

        @Override
        public int getDimension() {
            return SentenceEncoder.DIMENSIONS + 1;
        }

        @Override
        public double valueAt(double[] plane) {
            double loss = 0;
            for (MeaningVector each : showing) {
                loss += loss(logOdds(plane, each));
            }
            for (MeaningVector each : others) {
                loss += loss(-logOdds(plane, each));
            }
            return loss;
        }

        private static double loss(double margin) {
            return margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
        }

        @Override
        public double[] gradientAt(double[] plane) {
            double[] gradient = new double[plane.length];
            showing.forEach(each -> add(gradient, each, likelihood(plane, each) - 1));
            others.forEach(each -> add(gradient, each, likelihood(plane, each)));
            return gradient;
        }

        private static void add(double[] gradient, MeaningVector meaning, double error) {
            gradient[0] += error;
            meaning.addTo(gradient, 1, error);
        }

        private static double likelihood(double[] plane, MeaningVector meaning) {
            return 1 / (1 + Math.exp(-logOdds(plane, meaning)));
        }

        private static double logOdds(double[] plane, MeaningVector meaning) {
            return plane[0] + meaning.dot(plane, 1);
        }
    }
}
