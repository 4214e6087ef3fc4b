package dev.callsift.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThresholdTest {

    private static final double[] LIKELIHOODS = {0.2, 0.4, 0.52, 0.58, 0.7, 0.9};

    @Test
    void theMiddleOfTheBestIsTaken() {
        double threshold = Threshold.best(30, 80, 1, each -> HeldOut.of(LIKELIHOODS, i -> i >= 3, each));

        assertThat(threshold).isEqualTo(0.56);
    }

    @Test
    void itStaysWithinItsBounds() {
        assertThat(Threshold.best(45, 50, 1, each -> HeldOut.of(LIKELIHOODS, i -> i >= 3, each)))
                .isBetween(0.45, 0.5);
    }

    @Test
    void whatIsWrongCountsAsOftenAsItIsMet() {
        double[] likelihoods = {0.1, 0.5, 0.5, 0.55, 0.7};

        assertThat(Threshold.best(40, 60, 1, each -> HeldOut.of(likelihoods, i -> i != 3, each)))
                .isLessThan(0.51);
        assertThat(Threshold.best(40, 60, 9, each -> HeldOut.of(likelihoods, i -> i != 3, each)))
                .isGreaterThan(0.55);
    }
}
