package dev.callsift.cli;

import dev.callsift.models.speech.SpeechModel;
import dev.callsift.models.speech.SpeechModels;
import dev.callsift.pipeline.evaluation.MemoryBenchmark;
import dev.callsift.pipeline.evaluation.SpeechBenchmark;
import dev.callsift.pipeline.evaluation.SpeechCost;
import dev.callsift.pipeline.evaluation.VoskTranscriber;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callsift bench}: what callsift costs on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(speech | memory | listing | latency | tags | search)",
        description = "Measures speed and memory on this machine, beside what they are compared with.",
        subcommands = {
            BenchLatencyCommand.class,
            BenchListingCommand.class,
            BenchSearchCommand.class,
            BenchTagsCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  callsift bench speech --rounds 3   throughput beside a plain loop, and on two threads",
            "  callsift bench memory              peak memory of a 3-hour recording beside a 3-minute one",
            "  callsift bench listing             a second run over 1,000 objects with nothing new",
            "  callsift bench tags                speed of tagging, and memory of the language models",
            "  callsift bench search              speed of indexing and of searching, as calls grow in number"
        })
final class BenchCommand {

    @Spec
    private @Nullable CommandSpec spec;

    @Command(
            name = "speech",
            mixinStandardHelpOptions = true,
            description = {
                "Throughput of the pipeline on the stereo calls beside a plain loop that feeds both channels to Vosk",
                "in full, and of two threads beside one. They are run in turn; the ratios of each round are printed. What",
                "the pipeline costs is measured in a process that has recognized the calls twice before."
            })
    int speech(
            @Mixin DemoSet set,
            @Option(names = "--rounds", description = "How often (default: 3).", defaultValue = "3") int rounds)
            throws IOException, InterruptedException {
        SpeechModel model = SpeechModels.standard().open(set.model());
        List<SpeechBenchmark.Item> calls = stereoItems(set);
        SpeechBenchmark benchmark = new SpeechBenchmark(model, calls);
        for (int round = 1; round <= rounds; round++) {
            print(round, benchmark.plainLoop(), benchmark.speechOnly(1), benchmark.speechOnly(2));
        }
        printOther(VoskTranscriber.installed(model), calls);
        return ExitCode.OK;
    }

    private void print(int round, SpeechCost plain, SpeechCost one, SpeechCost two) {
        PrintWriter out = Output.of(spec);
        out.println("round " + round);
        print(out, "plain loop", plain);
        print(out, "one thread", one);
        print(out, "two threads", two);
        out.printf(
                Locale.ROOT,
                "  per core, speech only / plain loop: %.2f (target 1.8)%n"
                        + "  two threads / one: %.2f (target 1.8); by processor time %.2f%n"
                        + "  processor time outside Vosk: %.1f %% (target 5)%n",
                one.throughputPerCore() / plain.throughputPerCore(),
                two.throughput() / one.throughput(),
                2 * two.throughputPerCore() / one.throughputPerCore(),
                100 * one.overhead());
    }

    private static void print(PrintWriter out, String name, SpeechCost cost) {
        out.printf(
                Locale.ROOT,
                "  %-12s %7.1f s audio in %6.1f s, %6.1f s processor (%.1f s in Vosk), %5.1f x per core, peak %d MB%n",
                name,
                cost.audio().toMillis() / 1e3,
                cost.wall().toMillis() / 1e3,
                cost.totalCpu().toMillis() / 1e3,
                cost.recognizerCpu().toMillis() / 1e3,
                cost.throughputPerCore(),
                cost.peakBytes() >> 20);
    }

    @Command(
            name = "memory",
            mixinStandardHelpOptions = true,
            description = "Peak memory of the recognizer process on a 3-hour stereo recording beside a 3-minute one.")
    int memory(
            @Mixin DemoSet set,
            @Option(names = "--hours", description = "Length of the long one (default: 3).", defaultValue = "3")
                    int hours)
            throws IOException, InterruptedException {
        SpeechModel model = SpeechModels.standard().open(set.model());
        MemoryBenchmark benchmark = new MemoryBenchmark(model, stereoItems(set));
        PrintWriter out = Output.of(spec);
        SpeechCost shortOne = benchmark.measure(Duration.ofMinutes(3));
        print(out, "3 minutes", shortOne);
        SpeechCost longOne = benchmark.measure(Duration.ofHours(hours));
        print(out, hours + " hours", longOne);
        out.printf(
                Locale.ROOT,
                "  peak memory, long / short: %.2f (target at most 1.15)%n",
                (double) longOne.peakBytes() / shortOne.peakBytes());
        return ExitCode.OK;
    }

    private void printOther(Optional<VoskTranscriber> transcriber, List<SpeechBenchmark.Item> calls)
            throws IOException, InterruptedException {
        PrintWriter out = Output.of(spec);
        if (transcriber.isEmpty()) {
            out.println("vosk-transcriber is not installed; with it on the PATH it is compared too");
            return;
        }
        double seconds = transcriber.get().transcribe(calls).toMillis() / 1e3;
        out.printf(
                Locale.ROOT,
                "vosk-transcriber, which mixes both speakers into one: %.1f s for the same calls%n",
                seconds);
    }

    private static List<SpeechBenchmark.Item> stereoItems(DemoSet set) throws IOException {
        Path recordings = set.recordings();
        return set.truths().stream()
                .filter(truth -> truth.channels().size() == 2)
                .map(truth -> SpeechBenchmark.Item.of(truth, recordings, set.audio()))
                .toList();
    }
}
