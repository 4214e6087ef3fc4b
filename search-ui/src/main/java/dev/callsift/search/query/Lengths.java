package dev.callsift.search.query;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people type them: {@code 30s}, {@code 5m}, {@code 1h30m}, {@code 500ms}, {@code 90} (seconds), {@code 1:30}. */
public final class Lengths {

    private static final Pattern PARTS = Pattern.compile(
            "(?:(?<h>\\d{1,3})h)?(?:(?<m>\\d{1,5})m(?:in(?:utes?)?)?)?(?:(?<s>\\d{1,6})s(?:ec(?:onds?)?)?)?(?:(?<ms>\\d{1,8})ms)?");
    private static final Pattern CLOCK = Pattern.compile("(?<m>\\d{1,4}):(?<s>\\d{2})");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    private Lengths() {}

    /** In milliseconds; empty when it is no length. */
    static OptionalLong read(String text) {
        String typed = text.toLowerCase(Locale.ROOT);
        if (SECONDS.matcher(typed).matches()) {
            return OptionalLong.of(Long.parseLong(typed) * 1_000);
        }
        Matcher clock = CLOCK.matcher(typed);
        if (clock.matches()) {
            return OptionalLong.of((number(clock, "m") * 60 + number(clock, "s")) * 1_000);
        }
        Matcher parts = PARTS.matcher(typed);
        return typed.isEmpty() || !parts.matches() ? OptionalLong.empty() : OptionalLong.of(sum(parts));
    }

    private static long sum(Matcher parts) {
        long seconds = (number(parts, "h") * 60 + number(parts, "m")) * 60 + number(parts, "s");
        return seconds * 1_000 + number(parts, "ms");
    }

    private static long number(Matcher matcher, String group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** The shortest way to type it. */
    public static String text(long ms) {
        if (ms % 1_000 != 0) {
            return ms + "ms";
        }
        return ms >= 120_000 && ms % 60_000 == 0 ? ms / 60_000 + "m" : ms / 1_000 + "s";
    }
}
