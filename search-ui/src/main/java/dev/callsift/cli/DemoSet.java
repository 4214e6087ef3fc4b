package dev.callsift.cli;

import dev.callsift.pipeline.audio.AudioSettings;
import dev.callsift.pipeline.audio.ChannelOrder;
import dev.callsift.pipeline.audio.ChannelRule;
import dev.callsift.pipeline.evaluation.GroundTruth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The recordings with known words that evaluations and benchmarks run on; the bundled ones unless told otherwise. */
final class DemoSet {

    @Option(
            names = "--recordings",
            paramLabel = "DIR",
            description = "Folder of recordings; give --truth too (default: the bundled ones).")
    private @Nullable Path recordings;

    @Option(names = "--truth", paramLabel = "DIR", description = "Folder with a ground truth (JSON) per recording.")
    private @Nullable Path truth;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "Speech model by name or folder (default: demo-en-8k).")
    private String model = "demo-en-8k";

    String model() {
        return model;
    }

    /** @return the folder that the ground truths' keys are relative to */
    Path recordings() throws IOException {
        if ((recordings == null) != (truth == null)) {
            throw new CommandFailedException(ExitCode.USAGE, "give --recordings and --truth together, or neither");
        }
        return recordings == null ? bundled().resolve("recordings") : recordings;
    }

    List<GroundTruth> truths() throws IOException {
        return GroundTruth.readAll(truth == null ? bundled().resolve("truth") : truth);
    }

    /** Who is on which channel of the bundled recordings; see the README beside them. */
    AudioSettings audio() {
        return new AudioSettings(List.of(new ChannelRule("freeswitch/**", ChannelOrder.CALLER_FIRST, null, null)));
    }

    private static Path bundled() throws IOException {
        Path folder = Path.of("callsift-data", "demo");
        DemoRecordings.copyTo(folder.resolve("recordings"));
        DemoRecordings.copyTruthTo(folder.resolve("truth"));
        return folder;
    }
}
