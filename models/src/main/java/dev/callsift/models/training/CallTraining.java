package dev.callsift.models.training;

import dev.callsift.models.category.CallScores;
import dev.callsift.models.category.CallWeight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Fits how what is heard in a call, turn by turn, is weighed for one code, and chooses the code's threshold, on calls of which no turn was
 * seen by the models that judge it.
 */
final class CallTraining {

    private static final int FOLDS = 5;
    private static final double L2_COST = 3;

    /** Beyond these percentages a threshold follows the calls at hand. */
    private static final int LOWEST = 35;

    private static final int HIGHEST = 60;
    private static final double START = 0.5;

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

    Fitted fit(String code) {
        List<Map<String, Double>> features =
                calls.stream().map(call -> call.scores().features(code)).toList();
        List<String> names = names(features);
        IntPredicate holds = i -> calls.get(i).codes().contains(code);
        LogisticRegression regression = new LogisticRegression(rows(features, names), L2_COST);
        double[] likelihoods = heldOut(regression, calls.size(), holds);
        CallWeight weight = weight(
                names,
                regression.weights(IntStream.range(0, calls.size()).toArray(), holds),
                threshold(likelihoods, holds));
        return new Fitted(weight, count(likelihoods, holds, weight.threshold()));
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

    private static double[] heldOut(LogisticRegression regression, int calls, IntPredicate holds) {
        double[] likelihoods = new double[calls];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            double[] weights = regression.weights(
                    IntStream.range(0, calls).filter(i -> i % FOLDS != left).toArray(), holds);
            IntStream.range(0, calls)
                    .filter(i -> i % FOLDS == left)
                    .forEach(i -> likelihoods[i] = regression.likelihood(weights, i));
        }
        return likelihoods;
    }

    /** The one with the best F1, the middle one where several are equally good. */
    private static double threshold(double[] likelihoods, IntPredicate holds) {
        List<Double> best = new ArrayList<>();
        double bestF1 = -1;
        for (int percent = LOWEST; percent <= HIGHEST; percent++) {
            double f1 = count(likelihoods, holds, percent / 100.0).f1();
            if (f1 > bestF1) {
                best.clear();
                bestF1 = f1;
            }
            if (f1 == bestF1) {
                best.add(percent / 100.0);
            }
        }
        return best.isEmpty() ? START : best.get(best.size() / 2);
    }

    private static HeldOut count(double[] likelihoods, IntPredicate holds, double threshold) {
        int labelled = 0;
        int found = 0;
        int wrong = 0;
        for (int i = 0; i < likelihoods.length; i++) {
            boolean tagged = likelihoods[i] >= threshold;
            labelled += holds.test(i) ? 1 : 0;
            found += holds.test(i) && tagged ? 1 : 0;
            wrong += !holds.test(i) && tagged ? 1 : 0;
        }
        return new HeldOut(labelled, found, wrong);
    }
}
