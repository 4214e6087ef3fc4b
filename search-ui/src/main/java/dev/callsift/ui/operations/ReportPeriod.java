package dev.callsift.ui.operations;

import dev.callsift.review.ReviewWeek;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The days that a report is about, on the clock of the shop ({@code callsift.orders.time-zone}).
 *
 * @param first day
 * @param last day, part of it
 */
public record ReportPeriod(LocalDate first, LocalDate last, ZoneId zone) {

    public ReportPeriod {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the last day " + last + " is before the first day " + first);
        }
    }

    /**
     * An ISO week, or from one day to another; the week of today when nothing is said.
     *
     * @throws IllegalArgumentException when that is no period, with what to write instead
     */
    public static ReportPeriod of(
            @Nullable String week, @Nullable String from, @Nullable String to, Instant now, ZoneId zone) {
        if (from == null && to == null) {
            ReviewWeek asked = week == null ? new ReviewWeek(LocalDate.ofInstant(now, zone)) : week(week);
            return new ReportPeriod(asked.monday(), asked.sunday(), zone);
        }
        if (week != null || from == null || to == null) {
            throw new IllegalArgumentException("name either a week, or both the first day (from) and the last (to)");
        }
        return new ReportPeriod(day(from), day(to), zone);
    }

    private static ReviewWeek week(String written) {
        return ReviewWeek.parse(written)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + written + "' is not an ISO week; write it like 2026-W46 (few years have a week 53)"));
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + written + "' is not a day; write it like 2026-11-20", e);
        }
    }

    public Instant begin() {
        return first.atStartOfDay(zone).toInstant();
    }

    /** The beginning of the day after the last. */
    public Instant end() {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The week so many weeks after that of its first day; before, where negative. */
    ReportPeriod weeksLater(int weeks) {
        ReviewWeek other = new ReviewWeek(first).plus(weeks);
        return new ReportPeriod(other.monday(), other.sunday(), zone);
    }

    /** The week of its first day, as it is written. */
    public String week() {
        return new ReviewWeek(first).name();
    }
}
