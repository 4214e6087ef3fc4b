package dev.callsift.ui.call;

import dev.callsift.ui.PageProblemException;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** A place in a recording as an address says it: {@code 83}, {@code 43.6}, {@code 1m23s}, {@code 1h2m3s}. */
final class StartTime {

    private static final Pattern SECONDS = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?s?");
    private static final Pattern PARTS = Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

    private StartTime() {}

    /**
     * In milliseconds.
     *
     * @throws PageProblemException when the text is no time (400)
     */
    static long ms(String text) {
        if (SECONDS.matcher(text).matches()) {
            return new BigDecimal(text.replace("s", "")).movePointRight(3).longValue();
        }
        Matcher parts = PARTS.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            throw new PageProblemException(
                    HttpStatus.BAD_REQUEST,
                    "“" + text + "” is no time of a call",
                    "Write seconds, such as t=83, or t=1m23s.");
        }
        return 1_000 * (3_600 * number(parts, 1) + 60 * number(parts, 2) + number(parts, 3));
    }

    private static long number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }
}
