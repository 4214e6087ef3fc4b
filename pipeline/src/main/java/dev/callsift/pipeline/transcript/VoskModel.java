package dev.callsift.pipeline.transcript;

import java.io.IOException;
import java.nio.file.Path;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;

/** The one model a child holds, until the child ends. Safe for use by several threads; recognizers are not. */
final class VoskModel {

    private final Model model;
    private final int sampleRate;

    private VoskModel(Model model, int sampleRate) {
        this.model = model;
        this.sampleRate = sampleRate;
    }

    /**
     * Loads a model and recognizes a second of silence with it, so that what cannot work here at all (a processor without the
     * needed instructions, half a model) shows at start and is not blamed on a recording.
     */
    static VoskModel open(Path folder, int sampleRate) throws IOException {
        LibVosk.setLogLevel(LogLevel.WARNINGS);
        var opened = new VoskModel(new Model(folder.toString()), sampleRate);
        try (Recognizer recognizer = opened.recognizer()) {
            recognizer.acceptWaveForm(new short[sampleRate], sampleRate);
            WordReader.read(recognizer.getFinalResult(), 0, 0);
        }
        return opened;
    }

    int sampleRate() {
        return sampleRate;
    }

    /** A new recognizer that tells words with times, for one thread, which closes it once. */
    Recognizer recognizer() throws IOException {
        var recognizer = new Recognizer(model, sampleRate);
        recognizer.setWords(true);
        return recognizer;
    }
}
