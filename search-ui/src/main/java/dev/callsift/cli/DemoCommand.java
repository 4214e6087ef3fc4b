package dev.callsift.cli;

import dev.callsift.pipeline.job.RecordingRun;
import dev.callsift.pipeline.job.RunApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callsift demo}: the job over the bundled recordings, then the pages. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the job over the bundled call recordings and serves the pages.",
            "The speech model is a demonstration model, trained on synthetic speech: good for these recordings only."
        },
        footer = {
            "",
            "Examples:",
            "  callsift demo              then open http://127.0.0.1:8080 and search for: cancel",
            "  callsift demo --no-serve   the job and its report alone",
            "  callsift demo --port 9090"
        })
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder of the demonstration (default: callsift-data/demo).")
    private Path home = Path.of("callsift-data", "demo");

    @Option(names = "--no-serve", description = "Ends after the run report.")
    private boolean noServe;

    @Mixin
    private WebOptions web = new WebOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        DemoRecordings.copyTo(home.resolve("recordings"));
        ConfigurationOptions configuration = ConfigurationOptions.withoutFile(home);
        int exitCode = run(configuration);
        return noServe || exitCode != ExitCode.OK ? exitCode : serve(configuration);
    }

    private int run(ConfigurationOptions configuration) {
        try (ConfigurableApplicationContext context = configuration.start(
                WebApplicationType.NONE, settings(), RunApplication.class, AlertConfiguration.class)) {
            return new JobRunner(context.getBean(RecordingRun.class), Output.of(spec), false).run();
        }
    }

    private int serve(ConfigurationOptions configuration) throws InterruptedException {
        Map<String, String> overrides = settings();
        overrides.putAll(web.overrides());
        try (Pages pages = Pages.serve(configuration, overrides)) {
            Output.of(spec).println();
            Output.of(spec).println("callsift is at " + pages.address() + " - try a search for: cancel");
            Output.of(spec).println("End it with Ctrl-C.");
            new CountDownLatch(1).await();
        }
        return ExitCode.OK;
    }

    /** What a team would write into its callsift.yaml for recordings like these; see the README beside them. */
    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("callsift.recording.source", home.resolve("recordings").toString());
        settings.put("callsift.recording.settle", "0s");
        settings.put("callsift.metadata.zone", "Asia/Kolkata");
        settings.put("callsift.audio.channels[0].keys", "freeswitch/**");
        settings.put("callsift.audio.channels[0].order", "caller-first");
        settings.put("callsift.transcript.model", "demo-en-8k");
        return settings;
    }
}
