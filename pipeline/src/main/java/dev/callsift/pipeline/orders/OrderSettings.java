package dev.callsift.pipeline.orders;

import dev.callsift.pipeline.recording.SettingProblem;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How orders are read ({@code callsift.orders}).
 *
 * @param region two letters: whose phone numbers are written without a country code
 * @param timeZone of times without an offset
 * @param columns for a field ({@code number}, {@code phones}, {@code dispatch-cutoff} …) the heading that it stands under in a
 *     file; others are known by usual headings
 */
@ConfigurationProperties(prefix = "callsift.orders", ignoreUnknownFields = false)
public record OrderSettings(
        @DefaultValue("IN") String region,
        @DefaultValue("UTC") String timeZone,
        @DefaultValue Map<String, String> columns) {

    public OrderSettings {
        columns = Map.copyOf(columns);
    }

    /** Everything that is wrong with these settings. */
    public List<SettingProblem> problems() {
        List<SettingProblem> problems = new ArrayList<>();
        try {
            phones();
        } catch (IllegalArgumentException e) {
            problems.add(new SettingProblem("callsift.orders.region", region, "two capital letters, such as IN or GB"));
        }
        try {
            zone();
        } catch (DateTimeException e) {
            problems.add(new SettingProblem("callsift.orders.time-zone", timeZone, "a zone such as Asia/Kolkata"));
        }
        columns.keySet().stream()
                .filter(field -> OrderField.labelled(field).isEmpty())
                .sorted()
                .map(field -> new SettingProblem("callsift.orders.columns", field, "under one of " + labels()))
                .forEach(problems::add);
        return problems;
    }

    static String labels() {
        return Stream.of(OrderField.values()).map(OrderField::label).collect(Collectors.joining(", "));
    }

    /** A phone number in E.164; empty when it is none. */
    public Optional<String> phone(String written) {
        return phones().normalized(written);
    }

    /** The country that a phone number is of, two letters; empty when it is none, or of no country. */
    public Optional<String> country(String written) {
        return phones().country(written);
    }

    /** Whether these are the two capital letters of a country that has phone numbers. */
    public static boolean isRegion(String letters) {
        return Phones.isRegion(letters);
    }

    Phones phones() {
        return new Phones(region);
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** The field that stands under a heading, or under a name in JSON. */
    Optional<OrderField> field(String heading) {
        return columns.entrySet().stream()
                .filter(column -> column.getValue().equals(heading))
                .findFirst()
                .flatMap(column -> OrderField.labelled(column.getKey()))
                .or(() -> OrderField.headed(heading));
    }

    /** The same with the headings of a file of its own over these. */
    public OrderSettings withColumns(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(columns);
        all.putAll(others);
        return new OrderSettings(region, timeZone, all);
    }
}
