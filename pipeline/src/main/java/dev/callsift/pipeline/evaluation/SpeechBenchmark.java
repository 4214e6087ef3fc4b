package dev.callsift.pipeline.evaluation;

import dev.callsift.models.speech.SpeechModel;
import dev.callsift.pipeline.audio.AudioSettings;
import dev.callsift.pipeline.audio.ChannelAssignment;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.transcript.Recognition;
import dev.callsift.pipeline.transcript.RecognizerUsage;
import dev.callsift.pipeline.transcript.TranscriptSettings;
import dev.callsift.pipeline.transcript.VoskRecognizer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures what recognizing a set of recordings costs, as the job does it and in a plain loop. */
public final class SpeechBenchmark {

    /** How often the recordings are recognized in one measurement, so that what the last ones keep waiting for weighs little. */
    private static final int PASSES = 2;

    private final SpeechModel model;
    private final List<Item> items;

    /** A recording to recognize. */
    public record Item(RecordingKey key, Path file, ChannelAssignment channels) {

        /** The recording of a ground truth, below a folder. */
        public static Item of(GroundTruth truth, Path recordings, AudioSettings audio) {
            return new Item(
                    truth.key(), recordings.resolve(truth.recording()), audio.assign(truth.key(), truth.direction()));
        }
    }

    public SpeechBenchmark(SpeechModel model, List<Item> items) {
        this.model = model;
        this.items = List.copyOf(items);
    }

    /**
     * As the job does it: only speech is recognized, on this many threads. Start-up is not counted: the recordings are
     * recognized twice before, while the model is loaded and the Java machine compiles.
     */
    public SpeechCost speechOnly(int threads) throws InterruptedException {
        try (VoskRecognizer recognizer = VoskRecognizer.start(model, TranscriptSettings.ofThreads(threads))) {
            recognizeAll(recognizer, threads + 1, PASSES);
            return measure(recognizer, threads + 1, PASSES);
        }
    }

    /** As {@link #speechOnly}, in a fresh process and with all that it does from its start. */
    public SpeechCost speechOnlyFromStart(int threads) throws InterruptedException {
        try (VoskRecognizer recognizer = VoskRecognizer.start(model, TranscriptSettings.ofThreads(threads))) {
            return measure(recognizer, threads + 1, 1);
        }
    }

    /** The loop that people write: every channel in full, one recognizer each, one thread. */
    public SpeechCost plainLoop() throws InterruptedException {
        try (VoskRecognizer recognizer = VoskRecognizer.startPlain(model, TranscriptSettings.ofThreads(1))) {
            return measure(recognizer, 1, 1);
        }
    }

    private SpeechCost measure(VoskRecognizer recognizer, int inFlight, int passes) throws InterruptedException {
        RecognizerUsage before = recognizer.usage();
        Duration ownBefore = ownCpu();
        long begun = System.nanoTime();
        List<Recognition> recognitions = recognizeAll(recognizer, inFlight, passes);
        Duration wall = Duration.ofNanos(System.nanoTime() - begun);
        Duration own = ownCpu().minus(ownBefore);
        RecognizerUsage after = recognizer.usage();
        return new SpeechCost(
                sum(recognitions.stream()
                        .map(done -> Duration.ofMillis(done.audio().durationMs()))
                        .toList()),
                wall,
                sum(recognitions.stream().map(Recognition::recognizerCpu).toList()),
                after.workCpu().minus(before.workCpu()).plus(own),
                after.peakBytes());
    }

    private List<Recognition> recognizeAll(VoskRecognizer recognizer, int inFlight, int passes)
            throws InterruptedException {
        try (ExecutorService workers = Executors.newFixedThreadPool(inFlight)) {
            List<Future<Recognition>> pending = new ArrayList<>();
            for (int pass = 0; pass < passes; pass++) {
                for (Item item : items) {
                    pending.add(workers.submit(() -> recognizer.recognize(item.key(), item.file(), item.channels())));
                }
            }
            List<Recognition> done = new ArrayList<>();
            for (Future<Recognition> future : pending) {
                done.add(future.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a recording of the benchmark cannot be recognized: " + e.getMessage(), e);
        }
    }

    private static Duration sum(List<Duration> durations) {
        return durations.stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** Processor time of this process since it began. */
    private static Duration ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
