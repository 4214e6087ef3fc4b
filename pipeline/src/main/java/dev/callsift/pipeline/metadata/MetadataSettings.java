package dev.callsift.pipeline.metadata;

import dev.callsift.pipeline.recording.SettingProblem;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How recordings are named. Immutable; checked by {@link #problems()}.
 *
 * @param zone the time zone of times that do not say theirs, in names and sidecars alike, for example {@code Asia/Kolkata}
 * @param conventions names of conventions in the order in which they are tried; the first that fits a key is taken. Ready
 *     ones: {@code freepbx}, {@code 3cx}, {@code ringcentral}, {@code genesys-cloud}, {@code generic}, {@code asterisk}
 * @param patterns conventions of one's own by name; one that is not listed in {@code conventions} is tried before all others
 */
@ConfigurationProperties(prefix = "callsift.metadata", ignoreUnknownFields = false)
public record MetadataSettings(
        @DefaultValue("UTC") String zone,

        @DefaultValue({"freepbx", "3cx", "ringcentral", "genesys-cloud", "generic", "asterisk"})
        List<String> conventions,

        @DefaultValue Map<String, KeyFormat> patterns) {

    /**
     * A naming convention of one's own.
     *
     * @param regex looked for in the key, with named groups: {@code callId}, {@code agent}, {@code extension} (the agent where
     *     there is no {@code agent}), {@code number}, {@code direction}, {@code queue}, and for the time {@code epoch}
     *     (seconds), or {@code date} (year, month and day, eight digits in all) with {@code time} (six), or {@code timestamp}
     *     with a format
     * @param format how {@code timestamp} is written, as a {@link DateTimeFormatter} pattern, for example {@code
     *     dd.MM.uuuu_HH-mm-ss}
     * @param zone the zone of this convention's times where it differs
     * @param direction of all calls named so, where there is no group {@code direction}
     */
    public record KeyFormat(
            String regex,
            @Nullable String format,
            @Nullable String zone,
            @Nullable Direction direction) {}

    public MetadataSettings {
        conventions = List.copyOf(conventions);
        patterns = Map.copyOf(patterns);
    }

    /** Every default, with times in a zone. */
    public static MetadataSettings of(String zone) {
        return new MetadataSettings(zone, Conventions.READY, Map.of());
    }

    /** Everything that is wrong with these settings. */
    public List<SettingProblem> problems() {
        List<SettingProblem> problems = new ArrayList<>();
        checkZone(problems, "zone", zone);
        for (String name : conventions) {
            if (!Conventions.READY.contains(name) && !patterns.containsKey(name)) {
                problems.add(new SettingProblem(
                        "callsift.metadata.conventions",
                        name,
                        "one of " + Conventions.READY + " or a name of patterns"));
            }
        }
        patterns.forEach((name, format) -> check(problems, "patterns." + name, format));
        return List.copyOf(problems);
    }

    private static void check(List<SettingProblem> problems, String name, KeyFormat format) {
        try {
            Pattern regex = Pattern.compile(format.regex());
            if (!KeyPattern.GROUPS.containsAll(regex.namedGroups().keySet())
                    || regex.namedGroups().isEmpty()) {
                problem(
                        problems,
                        name + ".regex",
                        format.regex(),
                        "an expression with groups named among " + KeyPattern.GROUPS);
            }
        } catch (PatternSyntaxException e) {
            problem(problems, name + ".regex", format.regex(), "a regular expression; " + e.getDescription());
        }
        checkFormat(problems, name + ".format", format.format());
        if (format.zone() != null) {
            checkZone(problems, name + ".zone", format.zone());
        }
    }

    private static void checkFormat(List<SettingProblem> problems, String name, @Nullable String format) {
        try {
            if (format != null) {
                StartTimes.formatter(format);
            }
        } catch (IllegalArgumentException e) {
            problem(problems, name, format, "a pattern such as uuuu-MM-dd_HH-mm-ss; " + e.getMessage());
        }
    }

    private static void checkZone(List<SettingProblem> problems, String name, String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            problem(problems, name, zone, "a time zone such as UTC, Europe/Berlin or +05:30");
        }
    }

    private static void problem(List<SettingProblem> problems, String name, @Nullable String value, String allowed) {
        problems.add(new SettingProblem("callsift.metadata." + name, value, allowed));
    }
}
