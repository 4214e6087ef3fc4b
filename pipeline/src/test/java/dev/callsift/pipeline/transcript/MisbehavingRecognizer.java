package dev.callsift.pipeline.transcript;

import dev.callsift.models.speech.SpeechModel;
import java.time.Duration;

/** For tests of other packages: the real recognizer, whose child process misbehaves as recordings' names say. */
public final class MisbehavingRecognizer {

    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final int NEVER = 1_000;

    private MisbehavingRecognizer() {}

    /** {@code aborts.wav}, {@code hangs.wav} and {@code rubbish.wav} do so; the word heard in others is their key. */
    public static SpeechRecognizer start(SpeechModel model, TranscriptSettings settings) throws InterruptedException {
        return Recognizers.fake(model.folder().toString(), Recognizers.hurried(DEADLINE, NEVER));
    }
}
