package dev.callsift.pipeline.metadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the start of a call in the ways people write it. What is no time, or one that cannot have been, gives nothing: the
 * 31st of February, an hour that the clocks left out, a year before telephone systems wrote files.
 */
final class StartTimes {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** From here on a number counts milliseconds: as seconds it would lie after the year 5000. */
    private static final long FIRST_MILLIS = 100_000_000_000L;

    private static final DateTimeFormatter DIGITS = formatter("uuuuMMddHHmmss");

    /** ISO 8601 with an offset in any spelling ({@code Z}, {@code +05:30}, {@code +0530}), T or a blank, seconds optional. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[ ][XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private StartTimes() {}

    static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Reads ISO 8601, 14 digits, or seconds or milliseconds since 1970. */
    static Optional<OffsetDateTime> read(String text, ZoneId zone) {
        String trimmed = text.strip();
        if (trimmed.matches("\\d{14}")) {
            return ofDigits(trimmed, zone);
        }
        if (trimmed.matches("\\d{9,13}(\\.\\d+)?")) {
            return ofEpoch(trimmed, zone);
        }
        return formatted(trimmed, ISO, zone);
    }

    /** Year to second, all digits in this order. */
    static Optional<OffsetDateTime> ofDigits(String digits, ZoneId zone) {
        return formatted(digits, DIGITS, zone);
    }

    static Optional<OffsetDateTime> ofEpoch(String number, ZoneId zone) {
        try {
            long whole = Long.parseLong(number.replaceFirst("\\..*", ""));
            Instant instant = whole < FIRST_MILLIS ? Instant.ofEpochSecond(whole) : Instant.ofEpochMilli(whole);
            return Optional.of(instant.atZone(zone).toOffsetDateTime()).filter(StartTimes::isPlausible);
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<OffsetDateTime> formatted(String text, DateTimeFormatter format, ZoneId zone) {
        try {
            TemporalAccessor read = format.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            Optional<OffsetDateTime> time = read instanceof OffsetDateTime offset
                    ? Optional.of(offset)
                    : inZone(LocalDateTime.from(read), zone);
            return time.filter(StartTimes::isPlausible);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** In the hour that comes twice when the clocks go back, the first is taken; one that is left out is no time. */
    private static Optional<OffsetDateTime> inZone(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.stream().findFirst().map(local::atOffset);
    }

    private static boolean isPlausible(OffsetDateTime time) {
        return !time.toInstant().isBefore(EARLIEST) && time.toInstant().isBefore(LATEST);
    }
}
