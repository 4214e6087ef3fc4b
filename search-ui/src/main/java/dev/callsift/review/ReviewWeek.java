package dev.callsift.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An ISO week, Monday to Sunday, on the local clock of each call.
 *
 * @param monday its first day
 */
public record ReviewWeek(LocalDate monday) implements Comparable<ReviewWeek> {

    private static final Pattern WRITTEN = Pattern.compile("\\d{4}-[Ww]\\d{2}");
    private static final DateTimeFormatter WEEK_DATE =
            DateTimeFormatter.ISO_WEEK_DATE.withResolverStyle(ResolverStyle.STRICT);

    public ReviewWeek {
        monday = monday.minusDays(monday.getDayOfWeek().getValue() - 1L);
    }

    /** The week written like {@code 2026-W46}; empty for anything else, a week 53 that its year does not have included. */
    public static Optional<ReviewWeek> parse(String written) {
        String week = written.strip();
        if (!WRITTEN.matcher(week).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ReviewWeek(LocalDate.parse(week.toUpperCase(Locale.ROOT) + "-1", WEEK_DATE)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As the index and people write it, {@code 2026-W46}. */
    @JsonValue
    public String name() {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    public ReviewWeek plus(int weeks) {
        return new ReviewWeek(monday.plus(weeks, ChronoUnit.WEEKS));
    }

    /** This week and those before it, the oldest first. */
    Stream<ReviewWeek> last(int weeks) {
        return IntStream.rangeClosed(1 - weeks, 0).mapToObj(this::plus);
    }

    @Override
    public int compareTo(ReviewWeek other) {
        return monday.compareTo(other.monday);
    }

    @Override
    public String toString() {
        return name();
    }
}
