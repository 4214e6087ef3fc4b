package dev.callsift.cli;

import dev.callsift.pipeline.evaluation.GroundTruth;
import dev.callsift.pipeline.evaluation.SyntheticCalls;
import dev.callsift.search.Latencies;
import dev.callsift.search.QueryLoad;
import dev.callsift.search.SearchBenchmark;
import dev.callsift.search.SearchBenchmark.Indexing;
import dev.callsift.search.SearchBenchmark.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callsift bench search}: how fast calls are indexed and searched, as their number grows. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "Makes up calls of about 700 words, indexes them, and searches for words, phrases, filters with facets, words in an",
            "order across speakers, and beginnings of words; with one client and with eight, after warm-up. Beside each stands",
            "the same by Lucene alone: the query only, and all queries of the page with its facets; these, and the ratios, are",
            "processor time. Queries are asked again and again, so phrases and what is bound in time are remembered after the first, but not",
            "by Lucene alone. Found are the calls that the middle one of the queries finds. Last comes the page of the weekly",
            "review, as a browser gets it."
        },
        footer = {
            "",
            "Examples:",
            "  callsift bench search --calls 10000",
            "  callsift bench search --calls 10000,100000,300000   some 4 GB of disk, for a while",
            "  callsift bench search --calls 100000 --keep bench   again in seconds: the index is used once more"
        })
final class BenchSearchCommand implements Callable<Integer> {

    private static final long SEED = 2026;
    private static final double TARGET_RATIO = 1.5;
    private static final int TARGET_REVIEW_MS = 300;

    @Option(
            names = "--calls",
            paramLabel = "N",
            split = ",",
            description = "How many; several numbers one after the other (default: ${DEFAULT-VALUE}).",
            defaultValue = "10000,100000")
    private List<Integer> calls = List.of();

    @Option(
            names = "--clients",
            paramLabel = "N",
            split = ",",
            description = "Who search at once (default: ${DEFAULT-VALUE}).",
            defaultValue = "1,8")
    private List<Integer> clients = List.of();

    @Option(
            names = "--kinds",
            paramLabel = "KIND",
            split = ",",
            description = "What to search for: ${COMPLETION-CANDIDATES} (default: all).")
    private List<QueryLoad.Kind> kinds = List.of(QueryLoad.Kind.values());

    @Option(
            names = "--seconds",
            description = "How long each measurement takes (default: ${DEFAULT-VALUE}).",
            defaultValue = "5")
    private int seconds;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Folder where the indexes stay, to be used again (default: a temporary one).")
    private @Nullable Path keep;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (seconds < 1 || !positive(calls) || !positive(clients)) {
            throw new CommandFailedException(ExitCode.USAGE, "--calls, --clients and --seconds must be 1 or more");
        }
        Path folder = keep != null ? Files.createDirectories(keep) : Files.createTempDirectory("callsift-bench");
        try {
            for (int number : calls) {
                measure(folder.resolve(Integer.toString(number)), number);
            }
        } finally {
            if (keep == null) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
        return ExitCode.OK;
    }

    private static boolean positive(List<Integer> numbers) {
        return numbers.stream().allMatch(number -> number > 0);
    }

    private void measure(Path folder, int number) throws IOException, InterruptedException {
        out().printf(Locale.ROOT, "%,d calls%n", number);
        Path whole = folder.resolve("whole");
        if (Files.notExists(whole)) {
            index(folder, number);
            Files.createFile(whole);
        }
        try (SearchBenchmark benchmark = new SearchBenchmark(folder.resolve("index"))) {
            printHead();
            for (int some : clients) {
                for (QueryLoad.Kind kind : kinds) {
                    print(benchmark.measure(kind, some, Duration.ofSeconds(seconds)), benchmark.found(kind));
                }
            }
        }
        review(folder);
    }

    private void review(Path folder) throws InterruptedException {
        for (int some : clients) {
            Latencies page = WeeklyPageLoad.measure(folder, some, Duration.ofSeconds(seconds));
            out().printf(
                            Locale.ROOT,
                            "  %-7d %-23s %8.1f %8.1f; p95 %.1f ms (target %d)%n",
                            some,
                            "weekly review, the page",
                            page.millis(50),
                            page.millis(99),
                            page.millis(95),
                            TARGET_REVIEW_MS);
            out().flush();
        }
    }

    private void index(Path folder, int number) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        SyntheticCalls made = new SyntheticCalls(dialogues(), SEED);
        Indexing bare = SearchBenchmark.bareIndex(folder.resolve("bare"), made, number);
        FileSystemUtils.deleteRecursively(folder.resolve("bare"));
        Indexing ours = SearchBenchmark.index(folder.resolve("index"), made, number, done -> {});
        out().printf(
                        Locale.ROOT,
                        "  indexed: %,.0f calls a second of one core, %.1f KB a call; by Lucene alone: %,.0f a second, %.1f KB (%,d of them)%n",
                        ours.callsPerSecond(),
                        ours.bytesPerCall() / 1e3,
                        bare.callsPerSecond(),
                        bare.bytesPerCall() / 1e3,
                        bare.calls());
        out().flush();
    }

    private static List<GroundTruth> dialogues() throws IOException {
        Path bundled = Path.of("callsift-data", "demo", "truth");
        DemoRecordings.copyTruthTo(bundled);
        return GroundTruth.readAll(bundled);
    }

    private PrintWriter out() {
        return Output.of(spec);
    }

    private void printHead() {
        out().printf(
                        Locale.ROOT,
                        "  %-7s %-23s %8s %8s %9s %9s %10s %8s %10s %8s %9s%n",
                        "clients",
                        "",
                        "p50 ms",
                        "p99 ms",
                        "cpu ms",
                        "a second",
                        "query ms",
                        "times",
                        "Lucene ms",
                        "times",
                        "found");
    }

    private void print(Result result, List<Long> found) {
        out().printf(
                        Locale.ROOT,
                        "  %-7d %-23s %8.1f %8.1f %9.1f %9.0f %10.1f %8.2f %10.1f %8.2f %9d  %s%n",
                        result.clients(),
                        result.kind().title(),
                        result.search().millis(50),
                        result.search().millis(99),
                        result.search().cpuMillis(),
                        result.search().perSecond(),
                        result.query().cpuMillis(),
                        result.search().cpuMillis() / result.query().cpuMillis(),
                        result.same().cpuMillis(),
                        result.search().cpuMillis() / result.same().cpuMillis(),
                        found.get(found.size() / 2),
                        verdict(result));
        out().flush();
    }

    /** What is beyond its target. */
    private static String verdict(Result result) {
        StringBuilder beyond = new StringBuilder();
        QueryLoad.Kind kind = result.kind();
        if (kind.mostAtHalf() > 0 && result.search().millis(50) > kind.mostAtHalf()) {
            beyond.append(" p50 above ").append(kind.mostAtHalf());
        }
        if (result.search().millis(99) > kind.mostAtLast()) {
            beyond.append(" p99 above ").append(kind.mostAtLast());
        }
        if (result.search().cpuMillis() > TARGET_RATIO * result.same().cpuMillis()) {
            beyond.append(" above ").append(TARGET_RATIO).append(" times");
        }
        return beyond.toString().strip();
    }
}
