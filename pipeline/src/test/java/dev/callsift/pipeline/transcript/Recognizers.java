package dev.callsift.pipeline.transcript;

import dev.callsift.models.speech.SpeechModel;
import dev.callsift.pipeline.audio.ChannelAssignment;
import dev.callsift.pipeline.recording.RecordingKey;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** What the tests of recognizers share. */
final class Recognizers {

    static final ChannelAssignment AGENT_FIRST = new ChannelAssignment(0, 1, false);
    /** From the module's folder, where tests run. */
    static final Path DEMO_MODEL = Path.of("..", "models", "speech", "demo-en-8k");

    static final Path DEMO_RECORDINGS = Path.of("demo", "recordings");

    /** Some file that can be read. */
    static final Path NO_AUDIO = Path.of("pom.xml");

    private Recognizers() {}

    static SpeechModel model(Path folder) {
        return new SpeechModel("demo-en-8k", folder, 8_000, "0".repeat(64), true);
    }

    static TranscriptSettings settings(int threads) {
        return TranscriptSettings.ofThreads(threads);
    }

    static TranscriptSettings hurried(Duration deadline, int recycleAfter) {
        return new TranscriptSettings(
                "fake", 3, 0.001, deadline, Duration.ofSeconds(20), recycleAfter, null, null, Duration.ofMillis(700));
    }

    /** A recognizer whose child only pretends. */
    static VoskRecognizer fake(String model, TranscriptSettings settings) throws InterruptedException {
        var command = new ChildCommand(FakeChild.class.getName(), DataSize.ofMegabytes(32), 1);
        return VoskRecognizer.started(new VoskRecognizer(command, model(Path.of(model)), settings, Listening.SPEECH));
    }

    static Recognition recognize(SpeechRecognizer recognizer, String key) throws InterruptedException {
        return recognizer.recognize(new RecordingKey(key), NO_AUDIO, AGENT_FIRST);
    }
}
