package dev.callsift.models.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WeightTest {

    private static final Weight WEIGHT = new Weight(-1, 0.5, 0.4, 2, -3, 0.5);

    @Test
    void isTheLogisticFunctionOfAllVoices() {
        assertThat(WEIGHT.likelihood(0.5, Weight.NOT_ASKED, 0, false)).isCloseTo(1 / (1 + Math.exp(1)), within(1e-12));
        assertThat(WEIGHT.likelihood(0.5, Weight.NOT_ASKED, 0.5, false)).isCloseTo(0.5, within(1e-12));
        assertThat(WEIGHT.likelihood(0.5, Weight.NOT_ASKED, 0.5, true)).isCloseTo(1 / (1 + Math.exp(3)), within(1e-12));
    }

    @Test
    void isSurerTheSurerItsVoicesAre() {
        assertThat(WEIGHT.likelihood(0.9, Weight.NOT_ASKED, 0, false))
                .isGreaterThan(WEIGHT.likelihood(0.6, Weight.NOT_ASKED, 0, false));
        assertThat(WEIGHT.likelihood(0.6, Weight.NOT_ASKED, 0.9, false))
                .isGreaterThan(WEIGHT.likelihood(0.6, Weight.NOT_ASKED, 0.4, false));
    }

    @Test
    void whatIsMeantCountsBesideWhatIsSaid() {
        assertThat(WEIGHT.likelihood(0.6, 0.9, 0, false)).isGreaterThan(WEIGHT.likelihood(0.6, 0.2, 0, false));
    }

    @Test
    void evenACertainModelIsBounded() {
        assertThat(WEIGHT.likelihood(1, Weight.NOT_ASKED, 0, false))
                .isEqualTo(WEIGHT.likelihood(1 - 1e-9, Weight.NOT_ASKED, 0, false));
        assertThat(WEIGHT.likelihood(0, Weight.NOT_ASKED, 0, false)).isPositive();
    }

    @Test
    void aThresholdThatIsNoLikelihoodIsRefused() {
        assertThatThrownBy(() -> WEIGHT.withThreshold(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.0 is not between 0 and 1");
    }
}
