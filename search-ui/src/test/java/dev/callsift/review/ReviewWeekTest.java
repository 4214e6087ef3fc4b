package dev.callsift.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReviewWeekTest {

    @Test
    void isReadAsItIsWritten() {
        ReviewWeek week = ReviewWeek.parse(" 2026-w46 ").orElseThrow();
        assertThat(week.monday()).isEqualTo(LocalDate.of(2026, 11, 9));
        assertThat(week.sunday()).isEqualTo(LocalDate.of(2026, 11, 15));
        assertThat(week).hasToString("2026-W46");
    }

    @Test
    void crossesYearsAsIsoDoes() {
        assertThat(ReviewWeek.parse("2026-W53").orElseThrow().plus(1)).hasToString("2027-W01");
        assertThat(new ReviewWeek(LocalDate.of(2027, 1, 3))).hasToString("2026-W53");
        assertThat(new ReviewWeek(LocalDate.of(2024, 12, 30))).hasToString("2025-W01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-46", "2026-W00", "2026-W54", "2025-W53", "2026-W46-1", "26-W46", "week"})
    void refusesWhatIsNoWeek(String written) {
        assertThat(ReviewWeek.parse(written)).isEmpty();
    }
}
