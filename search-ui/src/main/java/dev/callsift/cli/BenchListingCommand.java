package dev.callsift.cli;

import dev.callsift.pipeline.evaluation.ListingBenchmark;
import dev.callsift.pipeline.job.RecordingRun;
import dev.callsift.pipeline.job.RunApplication;
import dev.callsift.pipeline.job.RunProgress;
import dev.callsift.pipeline.job.RunReport;
import dev.callsift.pipeline.recording.RecordingStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callsift bench listing}: what a run costs that finds nothing new. */
@Command(
        name = "listing",
        mixinStandardHelpOptions = true,
        description = "Runs the job twice over a folder of small recordings; the second time nothing is new.")
final class BenchListingCommand implements Callable<Integer> {

    @Option(names = "--objects", description = "How many (default: 1000).", defaultValue = "1000")
    private int objects;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("callsift-bench");
        try {
            ListingBenchmark.fill(folder.resolve("recordings"), objects);
            run("first run", folder);
            run("second run", folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        return ExitCode.OK;
    }

    private void run(String name, Path folder) {
        Map<String, String> settings = Map.of(
                "callsift.recording.source",
                folder.resolve("recordings").toString(),
                "callsift.recording.settle",
                "0s");
        ConfigurationOptions configuration = ConfigurationOptions.withoutFile(folder.resolve("home"));
        try (ConfigurableApplicationContext context =
                configuration.start(WebApplicationType.NONE, settings, RunApplication.class)) {
            RunReport report = context.getBean(RecordingRun.class).run(RunProgress.SILENT);
            Output.of(spec)
                    .printf(
                            Locale.ROOT,
                            "%-10s %d listed, %d new, %d bodies read, %.1f s%n",
                            name,
                            report.discovery().total(),
                            report.discovery().added(),
                            context.getBean(RecordingStore.class).bodiesRead(),
                            report.elapsed().toMillis() / 1e3);
        }
    }
}
