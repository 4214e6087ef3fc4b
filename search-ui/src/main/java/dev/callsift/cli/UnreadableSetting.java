package dev.callsift.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.util.unit.DataSize;

/** Says which setting cannot be taken over into its record, where it was given, and what it must be. */
final class UnreadableSetting {

    /** The end of a message about settings that do not exist. */
    static final String WHERE_THEY_ARE = "\n  docs/configuration.md lists them all";

    private UnreadableSetting() {}

    static String describe(ConfigurationPropertiesBindException failure) {
        return Failures.causes(failure)
                .map(UnreadableSetting::describe)
                .filter(told -> !told.isEmpty())
                .reduce((outer, inner) -> inner)
                .map(told -> "configuration: " + told)
                .orElseGet(() -> "configuration: " + failure.getMessage());
    }

    /** What this cause adds; the innermost one that knows something is the one to tell. */
    private static String describe(Throwable cause) {
        return switch (cause) {
            case UnboundConfigurationPropertiesException unknown -> unknown(unknown);
            case BindException bind -> malformed(bind);
            // the compact constructors of settings name the key themselves
            case IllegalArgumentException refused -> ifKeyIsNamed(refused.getMessage());
            default -> "";
        };
    }

    private static String ifKeyIsNamed(@Nullable String message) {
        return message != null && message.startsWith("callsift.") ? message : "";
    }

    private static String unknown(UnboundConfigurationPropertiesException failure) {
        return failure.getUnboundProperties().stream()
                .map(UnreadableSetting::unknown)
                .collect(Collectors.joining("\n  ", "", WHERE_THEY_ARE));
    }

    /** That nothing reads it, and where it was given. */
    static String unknown(ConfigurationProperty property) {
        return "there is no setting " + property.getName() + place(property);
    }

    private static String malformed(BindException failure) {
        ConfigurationProperty property = failure.getProperty();
        String allowed = allowed(failure.getTarget().getType().resolve(Object.class));
        return property == null
                ? failure.getName() + " cannot be read; it must be " + allowed
                : property.getName() + " is '" + property.getValue() + "'" + place(property) + "; it must be "
                        + allowed;
    }

    private static String place(ConfigurationProperty property) {
        String origin = String.valueOf(property.getOrigin());
        // what Boot calls the command line is of no use to whoever typed it
        return property.getOrigin() == null || origin.contains("commandLineArgs") ? "" : " (" + origin + ")";
    }

    private static String allowed(Class<?> type) {
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(constant ->
                            constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "double", "Double" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            default -> other(type);
        };
    }

    private static String other(Class<?> type) {
        if (type == Duration.class) {
            return "a time such as 30s, 5m or 2h";
        }
        if (type == DataSize.class) {
            return "a size such as 512MB or 2GB";
        }
        return type == Path.class ? "a path" : "as docs/configuration.md says";
    }
}
