package dev.callsift.cli;

import dev.callsift.models.category.LanguageModels;
import dev.callsift.models.meaning.CallEncoder;
import dev.callsift.pipeline.evaluation.GroundTruth;
import dev.callsift.pipeline.evaluation.TagBenchmark;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callsift bench tags}: how fast calls are tagged, and the memory of the language models. */
@Command(
        name = "tags",
        mixinStandardHelpOptions = true,
        description = {
            "Utterances tagged a second on one thread, and the memory that the taxonomy and all language models take: by words",
            "and rules alone (callsift.tagging.call-encoder=false), and with the call encoder. The dialogues of the",
            "demonstration are tagged again and again, agents' and customers' utterances, after warm-up."
        },
        footer = {"", "Examples:", "  callsift bench tags", "  callsift bench tags --seconds 60"})
final class BenchTagsCommand implements Callable<Integer> {

    private static final double TARGET_PER_SECOND = 2_000;
    private static final double TARGET_MEGABYTES = 200;

    @Option(
            names = "--truth",
            paramLabel = "DIR",
            description = "Folder of dialogues (JSON; default: the bundled ones).")
    private @Nullable Path truth;

    @Option(
            names = "--seconds",
            description = "How long to measure, after as long a warm-up (default: ${DEFAULT-VALUE}).",
            defaultValue = "20")
    private int seconds;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (seconds < 1) {
            throw new CommandFailedException(ExitCode.USAGE, "--seconds is '" + seconds + "'; it must be 1 or more");
        }
        TagBenchmark benchmark = TagBenchmark.of(dialogues());
        measure("words and rules alone", benchmark, LanguageModels::englishWordsOnly);
        measure("with the call encoder", benchmark, LanguageModels::english);
        if (CallEncoder.english().isEmpty()) {
            Output.of(spec).println("there is no call encoder for this system: both are the same");
        }
        return ExitCode.OK;
    }

    private void measure(String name, TagBenchmark benchmark, Supplier<LanguageModels> models) {
        TagBenchmark.Loaded loaded = benchmark.load(models);
        Duration time = Duration.ofSeconds(seconds);
        benchmark.tag(loaded.tagger(), time);
        print(name, loaded, benchmark.tag(loaded.tagger(), time));
    }

    private List<GroundTruth> dialogues() throws IOException {
        if (truth != null) {
            return GroundTruth.readAll(truth);
        }
        Path bundled = Path.of("callsift-data", "demo", "truth");
        DemoRecordings.copyTruthTo(bundled);
        return GroundTruth.readAll(bundled);
    }

    private void print(String name, TagBenchmark.Loaded loaded, TagBenchmark.Speed speed) {
        PrintWriter out = Output.of(spec);
        out.printf(
                Locale.ROOT,
                "%s: taxonomy %s, language models %s%n",
                name,
                loaded.tagger().taxonomy().version(),
                loaded.tagger().models());
        out.printf(
                Locale.ROOT,
                "  utterances per second of one core: %,.0f (target at least %,.0f)%n"
                        + "    %,d utterances in %.1f s of processor time; %.1f s passed, %,.0f a second%n",
                speed.perCore(),
                TARGET_PER_SECOND,
                speed.utterances(),
                speed.cpu().toMillis() / 1e3,
                speed.wall().toMillis() / 1e3,
                speed.perSecond());
        out.printf(
                Locale.ROOT,
                "  memory more than before: %.1f MB of heap, the process %.1f MB (target at most %.0f MB in all)%n",
                loaded.heapBytes() / 1e6,
                loaded.residentBytes() / 1e6,
                TARGET_MEGABYTES);
        out.flush();
    }
}
