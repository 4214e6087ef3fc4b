package dev.callsift;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code docs/configuration.md} against the settings records. */
final class ConfigurationManualTest {

    private static final Path MANUAL = Path.of("..", "docs", "configuration.md");
    /** A row of a table: key, default, meaning. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(callsift\\.[^`]+)` \\| (.+?) \\| .+ \\|$");

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(MANUAL)).results().toList();
    }

    private record Setting(String key, RecordComponent component) {

        /** This one, and those of the records that it is a list or map of. */
        Stream<Setting> withNested() {
            return Stream.concat(Stream.of(this), nested());
        }

        private Stream<Setting> nested() {
            if (!(component.getGenericType() instanceof ParameterizedType type)) {
                return Stream.of();
            }
            String prefix = key + (component.getType() == Map.class ? ".NAME" : "[0]");
            Type element = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
            return element instanceof Class<?> of && of.isRecord() ? of(prefix, of) : Stream.of();
        }

        static Stream<Setting> of(String prefix, Class<?> settings) {
            return Stream.of(settings.getRecordComponents())
                    .map(each -> new Setting(prefix + "." + dashed(each.getName()), each));
        }

        private static String dashed(String name) {
            return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        }
    }

    private static List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.callsift")) {
            if (each.isAnnotatedWith(ConfigurationProperties.class)) {
                String prefix =
                        each.getAnnotationOfType(ConfigurationProperties.class).prefix();
                Setting.of(prefix, each.reflect()).flatMap(Setting::withNested).forEach(settings::add);
            }
        }
        return settings;
    }

    @Test
    void listsEverySettingAndNoOther() throws IOException {
        assertThat(rows().stream().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        settings().stream().map(Setting::key).toList());
    }

    @Test
    void givesEveryDefaultAsItIs() throws IOException {
        for (Setting setting : settings()) {
            DefaultValue value = setting.component().getAnnotation(DefaultValue.class);
            if (value != null && value.value().length > 0) {
                assertThat(rows())
                        .as(setting.key())
                        .anyMatch(row -> row.group(1).equals(setting.key())
                                && row.group(2).equals("`" + String.join(", ", value.value()) + "`"));
            }
        }
    }
}
