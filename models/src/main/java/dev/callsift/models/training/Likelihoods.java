package dev.callsift.models.training;

import dev.callsift.models.category.Weight;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What a code's models say of samples that they had not seen, sample by sample. Immutable. */
final class Likelihoods {

    private final double[] said;
    private final double[] meant;

    /**
     * @param said by the model of words
     * @param meant by the call encoder
     */
    Likelihoods(double[] said, double[] meant) {
        this.said = said.clone();
        this.meant = meant.clone();
    }

    /** Without a call encoder. */
    static Likelihoods ofWords(double[] said) {
        double[] meant = new double[said.length];
        Arrays.fill(meant, Weight.NOT_ASKED);
        return new Likelihoods(said, meant);
    }

    double said(int sample) {
        return said[sample];
    }

    double meant(int sample) {
        return meant[sample];
    }

    /** What both and the rules say together of each sample. */
    double[] together(String code, List<Sample> samples, Weight weight) {
        return IntStream.range(0, samples.size())
                .mapToDouble(i -> weight.likelihood(
                        said[i],
                        meant[i],
                        samples.get(i).strength(code),
                        samples.get(i).vetoed().contains(code)))
                .toArray();
    }

    /** Those of some of the samples, in their order. */
    Likelihoods of(IntPredicate chosen) {
        return new Likelihoods(chosen(said, chosen), chosen(meant, chosen));
    }

    private static double[] chosen(double[] values, IntPredicate chosen) {
        return IntStream.range(0, values.length)
                .filter(chosen)
                .mapToDouble(i -> values[i])
                .toArray();
    }
}
