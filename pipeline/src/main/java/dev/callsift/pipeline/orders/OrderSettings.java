package dev.callsift.pipeline.orders;

import dev.callsift.pipeline.recording.SettingProblem;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static String labels() {
        return Stream.of(OrderField.values()).map(OrderField::label).collect(Collectors.joining(", "));
    }

    Phones phones() {
        return new Phones(region);
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** The field of each heading that is named. */
    Map<String, OrderField> mapping() {
        Map<String, OrderField> mapping = new HashMap<>();
        columns.forEach((field, heading) ->
                mapping.put(heading, OrderField.labelled(field).orElseThrow()));
        return mapping;
    }
}
