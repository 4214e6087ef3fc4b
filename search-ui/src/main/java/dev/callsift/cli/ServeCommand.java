package dev.callsift.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callsift serve}: the pages. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the search pages and their JSON API until it is ended (Ctrl-C).",
        footer = {
            "",
            "Examples:",
            "  callsift serve",
            "  callsift serve --port 9090",
            "  callsift serve --address 0.0.0.0     everyone who reaches this machine can listen to the calls"
        })
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private ConfigurationOptions configuration = new ConfigurationOptions();

    @Mixin
    private WebOptions web = new WebOptions();

    @Option(
            names = "--source",
            paramLabel = "PLACE",
            description = "Where the recordings are: a folder or s3://bucket/prefix (callsift.recording.source).")
    private @Nullable String source;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> overrides = new LinkedHashMap<>(web.overrides());
        if (source != null) {
            overrides.put("callsift.recording.source", source);
        }
        try (Pages pages = Pages.serve(configuration, overrides)) {
            Output.of(spec).println("callsift is at " + pages.address() + " (end it with Ctrl-C)");
            new CountDownLatch(1).await();
        }
        return ExitCode.OK;
    }
}
