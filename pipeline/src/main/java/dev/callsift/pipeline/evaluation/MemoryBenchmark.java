package dev.callsift.pipeline.evaluation;

import dev.callsift.models.speech.SpeechModel;
import dev.callsift.pipeline.audio.PlayableAudio;
import dev.callsift.pipeline.recording.RecordingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Measures the memory that recognizing recordings of different lengths takes, made of one call played over and over. */
public final class MemoryBenchmark {

    private final SpeechModel model;
    private final SpeechBenchmark.Item call;

    public MemoryBenchmark(SpeechModel model, List<SpeechBenchmark.Item> calls) {
        this.model = model;
        this.call = calls.getFirst();
    }

    /** Recognizes a recording of this length, on two threads, in a fresh process. */
    public SpeechCost measure(Duration length) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("callsift-bench");
        Path once = folder.resolve("once.wav");
        Path repeated = folder.resolve("repeated.wav");
        try {
            PlayableAudio.transcode(call.key(), call.file(), once);
            LongRecording.write(once, length, repeated);
            RecordingKey key = new RecordingKey(length + " of " + call.key());
            return new SpeechBenchmark(model, List.of(new SpeechBenchmark.Item(key, repeated, call.channels())))
                    .speechOnlyFromStart(2);
        } finally {
            Files.deleteIfExists(once);
            Files.deleteIfExists(repeated);
            Files.deleteIfExists(folder);
        }
    }
}
