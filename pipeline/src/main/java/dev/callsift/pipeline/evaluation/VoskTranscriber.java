package dev.callsift.pipeline.evaluation;

import dev.callsift.models.speech.SpeechModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Python's {@code vosk-transcriber} (of the package {@code vosk}), where it is installed: what people use with scripts today. It
 * mixes both speakers of a call into one.
 */
public final class VoskTranscriber {

    private static final String NAME = "vosk-transcriber";

    private final Path executable;
    private final SpeechModel model;

    private VoskTranscriber(Path executable, SpeechModel model) {
        this.executable = executable;
        this.model = model;
    }

    /** The one on the search path of this process; empty when there is none. */
    public static Optional<VoskTranscriber> installed(SpeechModel model) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, NAME))
                .filter(Files::isExecutable)
                .findFirst()
                .map(found -> new VoskTranscriber(found, model));
    }

    /**
     * How long it takes for the recordings of a benchmark, one after the other, its start included.
     *
     * @throws IOException when it fails; the message has the end of its output
     */
    public Duration transcribe(List<SpeechBenchmark.Item> items) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("callsift-bench");
        try {
            Path recordings = Files.createDirectory(folder.resolve("recordings"));
            for (int i = 0; i < items.size(); i++) {
                Files.copy(
                        items.get(i).file(),
                        recordings.resolve(i + "-" + items.get(i).file().getFileName()));
            }
            return run(recordings, Files.createDirectory(folder.resolve("transcripts")), items.size());
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private Duration run(Path recordings, Path transcripts, int expected) throws IOException, InterruptedException {
        Path output = transcripts.resolveSibling("output.log");
        var builder = new ProcessBuilder(
                executable.toString(),
                "--model",
                model.folder().toAbsolutePath().toString(),
                "--input",
                recordings.toString(),
                "--output",
                transcripts.toString(),
                "--output-type",
                "txt",
                "--tasks",
                "1",
                "--log-level",
                "ERROR");
        long begun = System.nanoTime();
        int exit = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        if (exit != 0 || count(transcripts) < expected) {
            String said = Files.readString(output);
            throw new IOException(executable + " failed (exit code " + exit + "): "
                    + said.substring(Math.max(0, said.length() - 500)));
        }
        return taken;
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
