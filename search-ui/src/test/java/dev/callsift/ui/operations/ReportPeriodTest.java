package dev.callsift.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.pipeline.operations.OperationsReport;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReportPeriodTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    @Test
    void beginsAndEndsOnTheShopsClock() {
        ReportPeriod period = of("2026-W47", null, null);

        assertThat(period.begin()).isEqualTo(Instant.parse("2026-11-15T18:30:00Z"));
        assertThat(period.end()).isEqualTo(Instant.parse("2026-11-22T18:30:00Z"));
    }

    @Test
    void isTheWeekOfTodayWhenNothingIsSaid() {
        assertThat(of(null, null, null).week()).isEqualTo("2026-W48");
    }

    @Test
    void takesTheLastDayWhole() {
        ReportPeriod period = of(null, "2026-11-20", "2026-11-20");

        assertThat(Duration.between(period.begin(), period.end())).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void refusesWhatIsNoPeriod() {
        assertThatThrownBy(() -> of("2026-W60", null, null)).hasMessageContaining("2026-W46");
        assertThatThrownBy(() -> of(null, "yesterday", "2026-11-20")).hasMessageContaining("2026-11-20");
        assertThatThrownBy(() -> of(null, "2026-11-20", null)).hasMessageContaining("both");
        assertThatThrownBy(() -> of("2026-W46", "2026-11-20", "2026-11-21")).hasMessageContaining("either");
        assertThatThrownBy(() -> of(null, "2026-11-21", "2026-11-20")).hasMessageContaining("before");
    }

    @Test
    void itsTableIsSafeInASpreadsheet() {
        var none = new OperationsReport.Waiting(null, null);
        var row = new OperationsReport.Row("=cmd()", 3, 2, 1, 1, 1, 0, 0, 0, 0, 0, none, none);
        var report = new OperationsReport(NOW, NOW.plusSeconds(1), row, List.of(), List.of(row));

        assertThat(ReportCsv.write(report)).contains("team,'=cmd(),3,2,1,1,1,0,0,0,0,0,,,,\r\n");
    }

    private static ReportPeriod of(@Nullable String week, @Nullable String from, @Nullable String to) {
        return ReportPeriod.of(week, from, to, NOW, INDIA);
    }
}
