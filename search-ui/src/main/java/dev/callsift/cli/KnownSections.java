package dev.callsift.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Refuses settings below {@code callsift} that no settings record reads. A misspelled setting of a known section is found when
 * the record is bound; that a whole section is misspelled, nobody else would notice. Variables of the environment that a setting
 * refers to, as in {@code secrets: ${CALLSIFT_OMS_SECRET}}, may be called what they like.
 */
final class KnownSections implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String PACKAGE = "dev.callsift";
    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("callsift");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^:}]+)");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Set<ConfigurationPropertyName> sections = sections();
        Set<String> referred = referred(context.getEnvironment());
        List<String> unknown = StreamSupport.stream(
                        ConfigurationPropertySources.get(context.getEnvironment())
                                .spliterator(),
                        false)
                .flatMap(source -> unknown(source, sections, referred))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            throw new CommandFailedException(
                    ExitCode.CONFIGURATION,
                    "configuration: " + String.join("\n  ", unknown) + UnreadableSetting.WHERE_THEY_ARE);
        }
    }

    private static Stream<String> unknown(
            ConfigurationPropertySource source, Set<ConfigurationPropertyName> sections, Set<String> referred) {
        return source instanceof IterableConfigurationPropertySource known
                ? known.stream()
                        .filter(name -> ROOT.isAncestorOf(name)
                                && !referred.contains(name.toString())
                                && sections.stream()
                                        .noneMatch(section -> section.equals(name) || section.isAncestorOf(name)))
                        .map(source::getConfigurationProperty)
                        .map(UnreadableSetting::unknown)
                : Stream.empty();
    }

    /** The names that settings refer to, as settings are named: {@code callsift.oms.secret} for {@code ${CALLSIFT_OMS_SECRET}}. */
    private static Set<String> referred(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(source -> (EnumerablePropertySource<?>) source)
                .flatMap(source -> Stream.of(source.getPropertyNames()).map(source::getProperty))
                .flatMap(value -> REFERENCE.matcher(String.valueOf(value)).results())
                .map(reference -> reference.group(1).toLowerCase(Locale.ROOT).replace('_', '.'))
                .collect(Collectors.toSet());
    }

    /** The prefixes of all settings records. */
    private static Set<ConfigurationPropertyName> sections() {
        var records = new ClassPathScanningCandidateComponentProvider(false);
        records.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return records.findCandidateComponents(PACKAGE).stream()
                .map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), KnownSections.class.getClassLoader()))
                .flatMap(KnownSections::sections)
                .collect(Collectors.toSet());
    }

    /** A record of everything below {@code callsift} names its sections itself. */
    private static Stream<ConfigurationPropertyName> sections(Class<?> settings) {
        ConfigurationPropertyName prefix = ConfigurationPropertyName.of(
                settings.getAnnotation(ConfigurationProperties.class).prefix());
        return prefix.equals(ROOT)
                ? Stream.of(settings.getRecordComponents()).map(component -> ROOT.append(component.getName()))
                : Stream.of(prefix);
    }
}
