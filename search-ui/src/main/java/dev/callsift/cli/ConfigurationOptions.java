package dev.callsift.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/**
 * The options that say where callsift's configuration comes from, the same for every command: later wins among {@code
 * callsift.yaml} in the current folder (or {@code --config}), environment variables, {@code --home}, and {@code --set}.
 */
final class ConfigurationOptions {

    private static final List<String> KINDS = List.of(".yaml", ".yml", ".properties");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file (default: callsift.yaml in this folder, where there is one).")
    private @Nullable Path config;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "callsift's own folder for database, index and reports (default: callsift-data).")
    private @Nullable Path home;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets one configuration value, for example --set callsift.transcript.threads=4.")
    private Map<String, String> set = new LinkedHashMap<>();

    private boolean readsFile = true;

    /** For a command that brings its own configuration and is not to be led astray by a file that lies around. */
    static ConfigurationOptions withoutFile(Path home) {
        ConfigurationOptions options = new ConfigurationOptions();
        options.home = home;
        options.readsFile = false;
        return options;
    }

    /** Starts the parts of callsift that a command needs; the caller closes them. */
    ConfigurableApplicationContext start(WebApplicationType type, Map<String, String> overrides, Class<?>... parts) {
        Map<String, String> values = new LinkedHashMap<>(overrides);
        if (home != null) {
            values.put("callsift.job.home", home.toString());
        }
        values.putAll(set);
        if (readsFile) {
            values.put("spring.config.additional-location", configLocation());
        }
        return new SpringApplicationBuilder(parts)
                .web(type)
                // an interrupted run ends as a killed one, see JobRunner
                .registerShutdownHook(type != WebApplicationType.NONE)
                .properties("spring.config.name=callsift-pipeline")
                .initializers(new KnownSections())
                .run(values.entrySet().stream()
                        .map(value -> "--" + value.getKey() + "=" + value.getValue())
                        .toArray(String[]::new));
    }

    ConfigurableApplicationContext start(Class<?>... parts) {
        return start(WebApplicationType.NONE, Map.of(), parts);
    }

    private String configLocation() {
        if (config == null) {
            return "optional:file:./callsift.yaml";
        }
        if (!Files.isRegularFile(config) || !Files.isReadable(config)) {
            throw new CommandFailedException(
                    ExitCode.CONFIGURATION, config + ": no such configuration file; check the path given to --config");
        }
        if (KINDS.stream().noneMatch(config.toString()::endsWith)) {
            throw new CommandFailedException(
                    ExitCode.CONFIGURATION,
                    config + ": a configuration file's name ends with one of " + String.join(", ", KINDS));
        }
        return "file:" + config.toAbsolutePath();
    }
}
