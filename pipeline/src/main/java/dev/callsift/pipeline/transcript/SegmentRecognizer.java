package dev.callsift.pipeline.transcript;

import dev.callsift.pipeline.audio.SpeechSegment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vosk.Recognizer;

/** Recognizes segment after segment, each with a recognizer of its own. Confined to one thread. */
final class SegmentRecognizer {

    private final VoskModel model;
    private long lastNanos;

    SegmentRecognizer(VoskModel model) {
        this.model = model;
    }

    /** The words of a segment, with times in the recording. */
    List<Word> recognize(SpeechSegment segment) throws IOException {
        List<String> results = results(segment.samples());
        List<Word> words = new ArrayList<>();
        for (String result : results) {
            words.addAll(WordReader.read(result, segment.startMs()));
        }
        return words;
    }

    /** Processor time the last segment spent inside Vosk. */
    long lastNanos() {
        return lastNanos;
    }

    long lengthMs(SpeechSegment segment) {
        return segment.samples().length * 1_000L / model.sampleRate();
    }

    private List<String> results(short[] samples) throws IOException {
        List<String> results = new ArrayList<>(2);
        long begun = ThreadCpu.now();
        try (Recognizer recognizer = model.recognizer()) {
            if (recognizer.acceptWaveForm(samples, samples.length)) {
                results.add(recognizer.getResult());
            }
            results.add(recognizer.getFinalResult());
        }
        lastNanos = ThreadCpu.now() - begun;
        return results;
    }
}
