package dev.callsift.cli;

import dev.callsift.pipeline.job.ContinuousRun;
import dev.callsift.pipeline.job.RunApplication;
import dev.callsift.pipeline.job.RunProgress;
import dev.callsift.pipeline.job.RunReport;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.ledger.LedgerEntry;
import dev.callsift.pipeline.ledger.RecordingState;
import dev.callsift.pipeline.recording.RecordingKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callsift bench latency}: from the arrival of a recording to its place in index and queue. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description = {
            "Puts the bundled recordings, one after the other, into a folder that is watched, and measures the time from the",
            "arrival of each to the end of its last stage, beside the time in which it was decoded. The target is at most",
            "10 s more than that at the median."
        })
final class BenchLatencyCommand implements Callable<Integer> {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(50);

    @Option(names = "--calls", description = "How many (default: ${DEFAULT-VALUE}).", defaultValue = "12")
    private int calls;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("callsift-bench");
        Path source = Files.createDirectories(folder.resolve("recordings"));
        Map<String, String> settings = Map.of("callsift.recording.source", source.toString());
        try (ConfigurableApplicationContext context = ConfigurationOptions.withoutFile(folder.resolve("home"))
                .start(WebApplicationType.NONE, settings, RunApplication.class)) {
            Thread watching = watch(context.getBean(ContinuousRun.class));
            List<Arrived> arrived = arrive(recordings(folder), source, context.getBean(Ledger.class));
            watching.interrupt();
            watching.join();
            print(arrived);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        return ExitCode.OK;
    }

    /**
     * @param whole from arrival to the end of the last stage
     * @param decoding of which the recording was fetched, decoded and recognized
     */
    private record Arrived(Path file, Duration whole, Duration decoding) {

        Duration more() {
            return whole.minus(decoding);
        }
    }

    private List<Path> recordings(Path folder) throws IOException {
        Path bundled = folder.resolve("bundled");
        DemoRecordings.copyTo(bundled);
        try (Stream<Path> files = Files.walk(bundled)) {
            return files.filter(file -> file.toString().matches(".*\\.(wav|mp3|ogg|flac|m4a)"))
                    .sorted()
                    .limit(calls)
                    .toList();
        }
    }

    private static Thread watch(ContinuousRun job) {
        return Thread.ofPlatform().name("watch").start(() -> {
            try {
                job.run(RunProgress.SILENT, new Heard());
            } catch (InterruptedException e) {
                // the end of the benchmark
            }
        });
    }

    private static final class Heard implements ContinuousRun.Listener {
        @Override
        public void done(RunReport report) {}

        @Override
        public void away(String problem, Duration pause) {
            System.err.println(problem);
        }
    }

    private static List<Arrived> arrive(List<Path> recordings, Path source, Ledger ledger)
            throws IOException, InterruptedException {
        List<Arrived> arrived = new ArrayList<>();
        for (Path recording : recordings) {
            String name = recording.getFileName().toString();
            Path copy = Files.copy(recording, source.resolveSibling(name));
            Files.setLastModifiedTime(copy, FileTime.from(InstantSource.system().instant()));
            Files.move(copy, source.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            arrived.add(await(recording, new RecordingKey(name), ledger));
        }
        return arrived;
    }

    private static Arrived await(Path file, RecordingKey key, Ledger ledger) throws InterruptedException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < LONGEST.toNanos()) {
            Optional<LedgerEntry> entry = ledger.find(key);
            if (entry.filter(each -> each.state() == RecordingState.INDEXED).isPresent()) {
                Duration whole = Duration.ofNanos(System.nanoTime() - begun);
                return new Arrived(
                        file,
                        whole,
                        entry.flatMap(each -> Optional.ofNullable(each.facts()))
                                .orElseThrow()
                                .wall());
            }
            if (entry.filter(each -> each.state() == RecordingState.QUARANTINED).isPresent()) {
                throw new CommandFailedException(ExitCode.FAILED, key + " was held back");
            }
            Thread.sleep(LOOK);
        }
        throw new CommandFailedException(ExitCode.FAILED, key + " was not done within " + LONGEST.toMinutes() + " min");
    }

    private void print(List<Arrived> arrived) {
        PrintWriter out = Output.of(spec);
        out.printf(Locale.ROOT, "%9s %9s %9s  %s%n", "whole", "decoding", "more", "recording");
        for (Arrived each : arrived) {
            out.printf(
                    Locale.ROOT,
                    "%7.1f s %7.1f s %7.1f s  %s%n",
                    seconds(each.whole()),
                    seconds(each.decoding()),
                    seconds(each.more()),
                    each.file().getFileName());
        }
        List<Duration> more = arrived.stream().map(Arrived::more).sorted().toList();
        out.printf(
                Locale.ROOT,
                "median of what comes on top of decoding: %.1f s (target: at most 10 s), longest %.1f s%n",
                seconds(more.get(more.size() / 2)),
                seconds(more.getLast()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
