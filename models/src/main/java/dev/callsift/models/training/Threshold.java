package dev.callsift.models.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** The likelihood from which something is tagged. */
final class Threshold {

    private Threshold() {}

    /**
     * The one with the best F1, the middle one where several are equally good.
     *
     * @param lowest to try, in percent: beyond the bounds a threshold follows the text at hand and not what callers say
     * @param others how many times more frequent than in the text at hand is what does not show the code
     * @param counted what is found with a threshold
     */
    static double best(int lowest, int highest, double others, DoubleFunction<HeldOut> counted) {
        List<Double> best = new ArrayList<>();
        double bestF1 = -1;
        for (int percent = lowest; percent <= highest; percent++) {
            double threshold = percent / 100.0;
            double f1 = counted.apply(threshold).f1(others);
            if (f1 > bestF1) {
                best.clear();
                bestF1 = f1;
            }
            if (f1 == bestF1) {
                best.add(threshold);
            }
        }
        return best.get(best.size() / 2);
    }
}
