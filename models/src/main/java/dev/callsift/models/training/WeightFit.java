package dev.callsift.models.training;

import dev.callsift.models.category.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Fits how much a code's model and its rules are worth, by logistic regression over what they say of the samples. */
final class WeightFit {

    private static final double START = 0.5;

    /** With fewer examples in whole calls, a threshold would be chance. */
    private static final long ENOUGH = 30;

    /** Beyond these percentages a threshold follows the text at hand and not what callers say. */
    private static final int LOWEST = 45;

    private static final int HIGHEST = 65;

    private static final double L2_COST = 0.005;

    private final String code;
    private final List<Sample> samples;
    private final Likelihoods likelihoods;
    private final double others;

    /**
     * @param likelihoods of the code by models that had not seen the sample
     * @param others how many times more frequent than in the samples are utterances in calls that do not show the code
     */
    WeightFit(String code, List<Sample> samples, Likelihoods likelihoods, double others) {
        this.code = code;
        this.samples = samples;
        this.likelihoods = likelihoods;
        this.others = others;
    }

    Weight weight() {
        double[][] rows = new double[samples.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(i);
        }
        double[] fitted = new LogisticRegression(new NumberRows(rows), L2_COST)
                .weights(
                        IntStream.range(0, rows.length).toArray(),
                        i -> samples.get(i).codes().contains(code));
        // An exception never speaks for a code, nor a match against it; a few samples may say so by chance.
        return withThreshold(
                new Weight(fitted[0], fitted[1], fitted[2], Math.max(0, fitted[3]), Math.min(0, fitted[4]), START));
    }

    /** Bias, model, meaning, rule, veto. */
    private double[] row(int i) {
        Sample sample = samples.get(i);
        return new double[] {
            1,
            Weight.logOdds(likelihoods.said(i)),
            Weight.logOdds(likelihoods.meant(i)),
            sample.strength(code),
            sample.vetoed().contains(code) ? 1 : 0
        };
    }

    /**
     * The threshold of the best F1 to be expected in calls; the middle one where several are equally good. Looked for in whole
     * calls, where there are enough: elsewhere what shows no code is not as frequent as it is in calls, and is made to be
     * mistaken.
     */
    private Weight withThreshold(Weight weight) {
        List<Sample> judged = samples.stream().filter(Sample::ofWholeCall).toList();
        boolean enough =
                judged.stream().filter(sample -> sample.codes().contains(code)).count() >= ENOUGH;
        return enough
                ? withThreshold(
                        weight, judged, likelihoods.of(i -> samples.get(i).ofWholeCall()), 1)
                : withThreshold(weight, samples, likelihoods, others);
    }

    private Weight withThreshold(Weight weight, List<Sample> judged, Likelihoods judgedLikelihoods, double times) {
        List<Double> best = new ArrayList<>();
        double bestF1 = -1;
        for (int percent = LOWEST; percent <= HIGHEST; percent++) {
            Weight tried = weight.withThreshold(percent / 100.0);
            double f1 = HeldOut.of(code, judged, judgedLikelihoods, tried).f1(times);
            if (f1 > bestF1) {
                best.clear();
                bestF1 = f1;
            }
            if (f1 == bestF1) {
                best.add(tried.threshold());
            }
        }
        return weight.withThreshold(best.get(best.size() / 2));
    }
}
