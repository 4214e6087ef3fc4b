package dev.callsift.models.training;

import dev.callsift.models.category.CallScores;
import dev.callsift.models.category.CallWeight;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Fits how what is heard in a call, turn by turn, is weighed for a code, or alike for several, and chooses the codes' thresholds, on calls of
 * which no turn was seen by the models that judge it.
 */
final class CallTraining {

    private static final int FOLDS = 5;
    private static final double L2_COST = 3;
    private static final int LOWEST = 35;
    private static final int HIGHEST = 60;

    /** A code that fewer calls show has the threshold of all that are weighed like it. */
    private static final int ENOUGH = 30;

    private final List<Call> calls;

    /** @param calls with the likelihoods of held-out turns */
    CallTraining(List<Call> calls) {
        this.calls = List.copyOf(calls);
    }

    /**
     * A call.
     *
     * @param scores what is heard in it
     * @param codes that hold
     */
    record Call(CallScores scores, Set<String> codes) {}

    /** A code's weight, and how good it is on calls that it was not fitted to. */
    record Fitted(CallWeight weight, HeldOut heldOut) {}

    /** @param codes one, or several that are weighed alike */
    SortedMap<String, Fitted> fit(List<String> codes) {
        List<Map<String, Double>> features = codes.stream()
                .flatMap(code -> calls.stream().map(call -> call.scores().features(code)))
                .toList();
        List<String> names = names(features);
        IntPredicate holds = i -> calls.get(i % calls.size()).codes().contains(codes.get(i / calls.size()));
        LogisticRegression regression = new LogisticRegression(rows(features, names), L2_COST);
        double[] likelihoods = heldOut(regression, features.size(), holds);
        double[] weights =
                regression.weights(IntStream.range(0, features.size()).toArray(), holds);
        double ofAll = threshold(likelihoods, holds);
        SortedMap<String, Fitted> fitted = new TreeMap<>();
        for (int i = 0; i < codes.size(); i++) {
            int from = i * calls.size();
            double[] own = Arrays.copyOfRange(likelihoods, from, from + calls.size());
            IntPredicate ownHolds = call -> holds.test(from + call);
            boolean enough = IntStream.range(0, own.length).filter(ownHolds).count() >= ENOUGH;
            double threshold = enough ? threshold(own, ownHolds) : ofAll;
            fitted.put(
                    codes.get(i), new Fitted(weight(names, weights, threshold), HeldOut.of(own, ownHolds, threshold)));
        }
        return fitted;
    }

    private static List<String> names(List<Map<String, Double>> features) {
        TreeSet<String> names = new TreeSet<>();
        features.forEach(each -> names.addAll(each.keySet()));
        return List.copyOf(names);
    }

    private static NumberRows rows(List<Map<String, Double>> features, List<String> names) {
        return new NumberRows(features.stream()
                .map(each -> names.stream()
                        .mapToDouble(name -> each.getOrDefault(name, 0.0))
                        .toArray())
                .toArray(double[][]::new));
    }

    private static CallWeight weight(List<String> names, double[] fitted, double threshold) {
        SortedMap<String, Double> weights = new TreeMap<>();
        for (int i = 0; i < fitted.length; i++) {
            weights.put(names.get(i), fitted[i]);
        }
        return new CallWeight(weights, threshold);
    }

    private double[] heldOut(LogisticRegression regression, int rows, IntPredicate holds) {
        double[] likelihoods = new double[rows];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            double[] weights = regression.weights(
                    IntStream.range(0, rows).filter(i -> fold(i) != left).toArray(), holds);
            IntStream.range(0, rows)
                    .filter(i -> fold(i) == left)
                    .forEach(i -> likelihoods[i] = regression.likelihood(weights, i));
        }
        return likelihoods;
    }

    private int fold(int row) {
        return row % calls.size() % FOLDS;
    }

    private static double threshold(double[] likelihoods, IntPredicate holds) {
        return Threshold.best(LOWEST, HIGHEST, 1, threshold -> HeldOut.of(likelihoods, holds, threshold));
    }
}
