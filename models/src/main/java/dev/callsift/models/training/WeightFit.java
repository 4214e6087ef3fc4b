package dev.callsift.models.training;

import dev.callsift.models.category.Weight;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fits how much models and rules are worth, by logistic regression over what they say of samples: for one code, or alike for several that
 * too few samples show to weigh each of them apart.
 */
final class WeightFit {

    private static final double START = 0.5;

    /** With fewer examples in whole calls, a threshold would be chance. */
    private static final long ENOUGH = 30;

    private static final int LOWEST = 45;
    private static final int HIGHEST = 65;
    private static final double L2_COST = 0.005;

    private final List<Judged> codes;
    private final double others;
    private final double othersOfCalls;

    /**
     * @param others how many times more frequent than in the samples are utterances that do not show a code
     * @param othersOfCalls the same, of samples of whole calls
     */
    WeightFit(List<Judged> codes, double others, double othersOfCalls) {
        this.codes = List.copyOf(codes);
        this.others = others;
        this.othersOfCalls = othersOfCalls;
    }

    /** Of each code; they differ only in their thresholds. */
    SortedMap<String, Weight> weights() {
        double[][] rows = codes.stream().flatMap(WeightFit::rows).toArray(double[][]::new);
        List<Boolean> shows = codes.stream()
                .flatMap(each ->
                        each.samples().stream().map(sample -> sample.codes().contains(each.code())))
                .toList();
        double[] fitted = new LogisticRegression(new NumberRows(rows), L2_COST)
                .weights(IntStream.range(0, rows.length).toArray(), shows::get);
        // An exception never speaks for a code, nor a match against it; a few samples may say so by chance.
        Weight weight =
                new Weight(fitted[0], fitted[1], fitted[2], Math.max(0, fitted[3]), Math.min(0, fitted[4]), START);
        SortedMap<String, Weight> weights = new TreeMap<>();
        codes.forEach(each -> weights.put(each.code(), weight.withThreshold(threshold(weight, each))));
        return weights;
    }

    /** Bias, model, meaning, rule, veto. */
    private static Stream<double[]> rows(Judged judged) {
        return IntStream.range(0, judged.samples().size()).mapToObj(i -> {
            Sample sample = judged.samples().get(i);
            return new double[] {
                1,
                Weight.logOdds(judged.likelihoods().said(i)),
                Weight.logOdds(judged.likelihoods().meant(i)),
                sample.strength(judged.code()),
                sample.vetoed().contains(judged.code()) ? 1 : 0
            };
        });
    }

    /**
     * The threshold of the best F1 to be expected in calls. Looked for in whole calls, where there are enough: elsewhere what shows no code is
     * not as frequent as it is in calls, and is made to be mistaken.
     */
    private double threshold(Weight weight, Judged judged) {
        Judged inCalls = new Judged(
                judged.code(),
                judged.samples().stream().filter(Sample::ofWholeCall).toList(),
                judged.likelihoods().of(i -> judged.samples().get(i).ofWholeCall()));
        if (inCalls.labelled() >= ENOUGH) {
            return threshold(weight, List.of(inCalls), othersOfCalls);
        }
        return threshold(weight, codes.size() > 1 ? codes : List.of(judged), others);
    }

    private static double threshold(Weight weight, List<Judged> judged, double others) {
        return Threshold.best(LOWEST, HIGHEST, others, threshold -> judged.stream()
                .map(each -> HeldOut.of(each, weight.withThreshold(threshold)))
                .reduce(HeldOut.NOTHING, HeldOut::plus));
    }
}
