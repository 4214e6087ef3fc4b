package dev.callsift.pipeline.transcript;

import dev.callsift.pipeline.audio.SpeechSegment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vosk.Recognizer;

/**
 * Recognizes the segments of one batch, one after the other, on one thread, which closes it once.
 *
 * <p>After a final result Vosk begins with a new decoder and new acoustic features, as a new recognizer would; nothing of a
 * segment is carried into the next. What is kept is the part of the word graph composed so far, which costs more than half of
 * the time when every segment has to compose it again.
 */
final class SegmentRecognizer implements AutoCloseable {

    private final int sampleRate;
    private final Recognizer recognizer;
    private long samplesBefore;
    private long voskNanos;

    SegmentRecognizer(VoskModel model) throws IOException {
        long begun = ThreadCpu.now();
        this.sampleRate = model.sampleRate();
        this.recognizer = model.recognizer();
        voskNanos = ThreadCpu.now() - begun;
    }

    /** The words of a segment, with times in the recording. */
    List<Word> recognize(SpeechSegment segment) {
        // The recognizer's clock runs on over the segments it was given.
        double skipped = (double) samplesBefore / sampleRate;
        List<Word> words = new ArrayList<>();
        for (String result : results(segment.samples())) {
            words.addAll(WordReader.read(result, segment.startMs(), skipped));
        }
        samplesBefore += segment.samples().length;
        return words;
    }

    long lengthMs(SpeechSegment segment) {
        return segment.samples().length * 1_000L / sampleRate;
    }

    /** Processor time spent inside Vosk so far. */
    long voskNanos() {
        return voskNanos;
    }

    @Override
    public void close() {
        long begun = ThreadCpu.now();
        recognizer.close();
        voskNanos += ThreadCpu.now() - begun;
    }

    private List<String> results(short[] samples) {
        List<String> results = new ArrayList<>(2);
        long begun = ThreadCpu.now();
        if (recognizer.acceptWaveForm(samples, samples.length)) {
            results.add(recognizer.getResult());
        }
        results.add(recognizer.getFinalResult());
        voskNanos += ThreadCpu.now() - begun;
        return results;
    }
}
