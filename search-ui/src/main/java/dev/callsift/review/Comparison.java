package dev.callsift.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.FisherExactTest;

/**
 * Compares shares with the same shares before, several at once. Each pair gets a two-sided test that both are one proportion:
 * the pooled two-proportion z-test (the chi-square test of the 2 by 2 table, without continuity correction), or Fisher's exact
 * test where a count expected is below five. The p values are then adjusted for the false discovery rate by Benjamini and
 * Hochberg (1995).
 */
final class Comparison {

    /** Cochran's rule for when the chi-square distribution will do. */
    private static final double LEAST_EXPECTED = 5;

    private Comparison() {}

    /** @param before of each of {@code now}, in the same order */
    static List<Change> of(List<Share> now, List<Share> before) {
        List<Optional<Double>> p = IntStream.range(0, now.size())
                .mapToObj(i -> pValue(now.get(i), before.get(i)))
                .toList();
        List<Optional<Double>> q = adjusted(p);
        return IntStream.range(0, now.size())
                .mapToObj(i -> Change.of(now.get(i), before.get(i), p.get(i), q.get(i)))
                .toList();
    }

    /** Empty where one of the two is a share of nothing. */
    static Optional<Double> pValue(Share now, Share before) {
        if (!now.known() || !before.known()) {
            return Optional.empty();
        }
        int parts = now.part() + before.part();
        if (parts == 0 || parts == now.whole() + before.whole()) {
            return Optional.of(1.0);
        }
        return Optional.of(leastExpected(now, before) < LEAST_EXPECTED ? exact(now, before) : pooled(now, before));
    }

    private static double leastExpected(Share now, Share before) {
        double all = (double) now.whole() + before.whole();
        double share = (now.part() + before.part()) / all;
        return Math.min(share, 1 - share) * Math.min(now.whole(), before.whole());
    }

    private static double exact(Share now, Share before) {
        int[][] table = {{now.part(), now.whole() - now.part()}, {before.part(), before.whole() - before.part()}};
        return FisherExactTest.withDefaults().test(table).getPValue();
    }

    private static double pooled(Share now, Share before) {
        long[][] table = {{now.part(), now.whole() - now.part()}, {before.part(), before.whole() - before.part()}};
        return ChiSquareTest.withDefaults().test(table).getPValue();
    }

    /** Benjamini and Hochberg's step-up, over the values that are there. */
    static List<Optional<Double>> adjusted(List<Optional<Double>> p) {
        List<Integer> known = IntStream.range(0, p.size())
                .filter(i -> p.get(i).isPresent())
                .boxed()
                .sorted(Comparator.comparing(i -> p.get(i).orElseThrow()))
                .toList();
        List<Optional<Double>> q = new ArrayList<>(p);
        double least = 1;
        for (int rank = known.size(); rank >= 1; rank--) {
            int i = known.get(rank - 1);
            least = Math.min(least, p.get(i).orElseThrow() * known.size() / rank);
            q.set(i, Optional.of(least));
        }
        return List.copyOf(q);
    }
}
