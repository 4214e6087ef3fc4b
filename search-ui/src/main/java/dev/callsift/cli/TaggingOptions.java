package dev.callsift.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what calls are tagged with, the same for every command that tags. */
final class TaggingOptions {

    @Mixin
    private ConfigurationOptions configuration = new ConfigurationOptions();

    @Option(
            names = "--taxonomy",
            paramLabel = "FILE",
            description = {
                "A taxonomy file of your own, laid over the bundled taxonomy and over earlier files; repeatable",
                "(callsift.tagging.taxonomy, whose files it takes the place of)."
            })
    private List<Path> taxonomy = new ArrayList<>();

    ConfigurableApplicationContext start(Class<?>... parts) {
        return configuration.start(WebApplicationType.NONE, overrides(), parts);
    }

    Map<String, String> overrides() {
        Map<String, String> overrides = new LinkedHashMap<>();
        for (int i = 0; i < taxonomy.size(); i++) {
            overrides.put(
                    "callsift.tagging.taxonomy[" + i + "]", taxonomy.get(i).toString());
        }
        return overrides;
    }
}
