package dev.callsift.ui.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.callsift.ui.Clock;
import dev.callsift.ui.PageProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StartTimeTest {

    @ParameterizedTest
    @CsvSource({"83, 83000", "43.6, 43600", "83s, 83000", "1m23s, 83000", "1h2m3s, 3723000", "2m, 120000", "-5, -5000"})
    void readsSecondsAndTheirMultiples(String text, long ms) {
        assertThat(StartTime.ms(text)).isEqualTo(ms);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1:23", "m", "1s2m", "99999999999999999999"})
    void refusesWhatIsNoTime(String text) {
        assertThatExceptionOfType(PageProblemException.class).isThrownBy(() -> StartTime.ms(text));
    }

    @Test
    void linksHoldAsManyDigitsAsAreNeeded() {
        assertThat(Clock.seconds(83_000)).isEqualTo("83");
        assertThat(Clock.seconds(60_000)).isEqualTo("60");
        assertThat(Clock.seconds(43_600)).isEqualTo("43.6");
        assertThat(Clock.seconds(0)).isEqualTo("0");
    }
}
