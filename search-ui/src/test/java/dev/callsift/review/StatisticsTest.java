package dev.callsift.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statistics against values that others published. */
final class StatisticsTest {

    /** Newcombe, Two-sided confidence intervals for the single proportion, 1998, table I, method 3. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0,   20, 0.0000, 0.1611",
        "1,   29, 0.0061, 0.1718"
    })
    void theIntervalIsWilsons(int part, int whole, double low, double high) {
        Share share = Share.of(part, whole);
        assertThat(share.low()).isCloseTo(low, within(0.00005));
        assertThat(share.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void aShareOfNothingMayLieAnywhere() {
        assertThat(Share.of(0, 0)).isEqualTo(new Share(0, 0, 0, 0, 1));
        assertThatThrownBy(() -> Share.of(3, 2)).hasMessage("3 is no part of 2");
    }

    /** Fisher, The Design of Experiments, 1935: the lady tasting tea, three of four cups told; two-sided 34 of 70. */
    @Test
    void smallCountsAreTestedExactly() {
        assertThat(Comparison.pValue(Share.of(3, 4), Share.of(1, 4)).orElseThrow())
                .isCloseTo(34.0 / 70, within(1e-9));
    }

    /** By hand: pooled share 0.4, standard error 0.09798, z = 2.0412. */
    @Test
    void largeCountsAreTestedByThePooledShares() {
        assertThat(Comparison.pValue(Share.of(25, 50), Share.of(15, 50)).orElseThrow())
                .isCloseTo(0.04123, within(0.00001));
    }

    @Test
    void whereThereIsNothingToCompareThereIsNoTest() {
        assertThat(Comparison.pValue(Share.of(3, 4), Share.of(0, 0))).isEmpty();
        assertThat(Comparison.pValue(Share.of(0, 4), Share.of(0, 9))).contains(1.0);
        assertThat(Comparison.of(List.of(Share.of(3, 4)), List.of(Share.of(0, 0)))
                        .getFirst()
                        .news())
                .isEqualTo(Change.News.UNKNOWN);
    }

    /** The fifteen p values of Benjamini and Hochberg, 1995, section 3.2; at 5 % they reject the first four. */
    @Test
    void falseDiscoveriesAreControlled() {
        List<Double> adjusted = Comparison.adjusted(DoubleStream.of(
                                0.0344, 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0459, 0.3240, 0.4262,
                                0.5719, 0.6528, 0.7590, 1.0)
                        .mapToObj(Optional::of)
                        .toList())
                .stream()
                .map(Optional::orElseThrow)
                .toList();
        assertThat(adjusted.stream().filter(q -> q <= 0.05)).hasSize(4);
        assertThat(adjusted.get(1)).isCloseTo(0.0015, within(1e-9));
        assertThat(adjusted.get(4)).isCloseTo(0.0095 * 15 / 4, within(1e-9));
        assertThat(adjusted.get(5)).isCloseTo(0.0603, within(1e-9));
        assertThat(adjusted.get(14)).isEqualTo(1.0);
    }

    @Test
    void whatIsNotKnownDoesNotCountAmongTheTests() {
        assertThat(Comparison.adjusted(List.of(Optional.of(0.04), Optional.empty())))
                .containsExactly(Optional.of(0.04), Optional.empty());
    }

    /** Dunning, 1993, table 1: "the swiss", 110 2442 111 29114, gives 270.72. */
    @Test
    void keynessIsDunnings() {
        assertThat(Keyness.of(110, 110 + 2442, 111, 111 + 29114)).isCloseTo(270.72, within(0.005));
        assertThat(Keyness.of(111, 111 + 29114, 110, 110 + 2442)).isCloseTo(-270.72, within(0.005));
        assertThat(Keyness.of(5, 5, 9, 9)).isZero();
        assertThat(Keyness.of(0, 5, 0, 9)).isZero();
    }

    /** Rogan and Gladen, 1978: (apparent + specificity - 1) / (sensitivity + specificity - 1), of the same 1,000 calls. */
    @Test
    void sharesAreCorrectedByPrecisionAndRecall() {
        Reliability reliability = new Reliability(720, 180, 80);
        double sensitivity = 0.9;
        double specificity = 1 - 20 / (1_000 - 80 / 0.9);
        double rogan = (0.1 + specificity - 1) / (sensitivity + specificity - 1);
        Reliability.Corrected corrected =
                reliability.correct(Share.of(100, 1_000), 0).orElseThrow();
        assertThat(corrected.value()).isCloseTo(rogan, within(1e-9)).isCloseTo(0.08889, within(0.00001));
        assertThat(corrected.low()).isBetween(0.07, corrected.value());
        assertThat(corrected.high()).isBetween(corrected.value(), 0.115);
    }

    @Test
    void fewVerdictsCorrectNothing() {
        // of 100 calls 40 are judged and stay; the other 60 count half
        assertThat(new Reliability(20, 20, 0)
                        .correct(Share.of(100, 1_000), 40)
                        .orElseThrow()
                        .value())
                .isCloseTo(0.04 + 0.03, within(1e-9));
        assertThat(new Reliability(20, 20, 0)
                        .correct(Share.of(100, 1_000), 100)
                        .orElseThrow()
                        .value())
                .isEqualTo(0.1);
        assertThat(new Reliability(10, 9, 5).correct(Share.of(100, 1_000), 0)).isEmpty();
        assertThat(new Reliability(0, 30, 5).correct(Share.of(100, 1_000), 0)).isEmpty();
        assertThat(new Reliability(20, 0, 0).correct(Share.of(0, 1_000), 0)).isEmpty();
    }
}
