package dev.callsift.ui;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them. */
public final class Clock {

    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);

    private Clock() {}

    /** A place in a recording: {@code 0:42}, {@code 12:05}, {@code 1:02:03}. */
    public static String position(long ms) {
        Duration at = Duration.ofMillis(ms);
        if (at.toHours() > 0) {
            return String.format(Locale.ROOT, "%d:%02d:%02d", at.toHours(), at.toMinutesPart(), at.toSecondsPart());
        }
        return String.format(Locale.ROOT, "%d:%02d", at.toMinutes(), at.toSecondsPart());
    }

    /** How long a call is: {@code 48 s}, {@code 4 min 12 s}, {@code 1 h 2 min}. */
    public static String length(long ms) {
        Duration length = Duration.ofMillis(Math.round(ms / 1_000.0) * 1_000);
        if (length.toHours() > 0) {
            return length.toHours() + " h " + length.toMinutesPart() + " min";
        }
        return length.toMinutes() > 0
                ? length.toMinutes() + " min " + length.toSecondsPart() + " s"
                : length.toSeconds() + " s";
    }

    /** When a call began, on the clock of where it was made, with that clock's offset. */
    public static String start(OffsetDateTime at) {
        String offset =
                at.getOffset().getTotalSeconds() == 0 ? "" : at.getOffset().getId();
        return START.format(at) + " UTC" + offset;
    }

    /** A place in a recording for an address, in seconds: {@code 83}, {@code 43.6}. */
    public static String seconds(long ms) {
        return BigDecimal.valueOf(ms, 3).stripTrailingZeros().toPlainString();
    }

    /** A place in a recording for a {@code time} element: {@code PT42.5S}. */
    public static String machine(long ms) {
        return Duration.ofMillis(ms).toString();
    }
}
