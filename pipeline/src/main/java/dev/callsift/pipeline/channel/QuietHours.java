package dev.callsift.pipeline.channel;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * The hours of a day in which nobody is to be disturbed, such as {@code 21:00-08:00}; the end is not part of them.
 *
 * @param zone whose clock counts
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

    static final String ALLOWED = "two different times of day such as 21:00-08:00";

    static Optional<QuietHours> parse(String text, ZoneId zone) {
        try {
            List<String> parts = List.of(text.split("-", -1));
            if (parts.size() != 2) {
                return Optional.empty();
            }
            LocalTime from = LocalTime.parse(parts.getFirst().strip());
            LocalTime to = LocalTime.parse(parts.getLast().strip());
            return from.equals(to) ? Optional.empty() : Optional.of(new QuietHours(from, to, zone));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** When the quiet hours end that a moment lies in; nothing when it lies in none. */
    public Optional<Instant> endAfter(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        if (!isQuiet(local.toLocalTime())) {
            return Optional.empty();
        }
        boolean tomorrow = !local.toLocalTime().isBefore(to);
        return Optional.of(local.toLocalDate()
                .plusDays(tomorrow ? 1 : 0)
                .atTime(to)
                .atZone(zone)
                .toInstant());
    }

    private boolean isQuiet(LocalTime time) {
        boolean afterFrom = !time.isBefore(from);
        boolean beforeTo = time.isBefore(to);
        return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
    }
}
