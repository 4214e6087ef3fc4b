package dev.callsift.pipeline.transcript;

import dev.callsift.pipeline.audio.SegmentSink;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.audio.SpeechSegment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Phaser;

/**
 * One recording being heard: its speech on the way to the recognizing threads, and what it has cost so far. Speech is handed
 * over in batches whose bounds depend on the recording alone, so that neither the number of threads nor other recordings
 * change what a recognizer is given.
 */
final class HearingProgress implements SegmentSink {

    /** Long enough that a new recognizer's first costs are spread, short enough that a long call keeps all threads busy. */
    private static final int BATCH_SECONDS = 60;

    private final long id;
    private final MessageCodec answers;
    private final VoskModel model;
    private final Hand hand;
    private final ThreadCpu cpu = new ThreadCpu();
    private final Phaser batches = new Phaser(1);
    private List<SpeechSegment> open = new ArrayList<>();
    private long openSamples;
    private volatile boolean abandoned;

    /** Hands a batch to the threads, waiting for room. */
    @FunctionalInterface
    interface Hand {
        void over(HearingProgress hearing, List<SpeechSegment> batch) throws InterruptedException;
    }

    HearingProgress(long id, MessageCodec answers, VoskModel model, Hand hand) {
        this.id = id;
        this.answers = answers;
        this.model = model;
        this.hand = hand;
    }

    ThreadCpu cpu() {
        return cpu;
    }

    @Override
    public void accept(SpeechSegment segment) throws InterruptedException {
        open.add(segment);
        openSamples += segment.samples().length;
        if (openSamples >= (long) BATCH_SECONDS * model.sampleRate()) {
            handOver();
        }
    }

    @Override
    public void progress(long decodedMs, long expectedMs) {
        try {
            answers.write(new Message.Progress(id, decodedMs, expectedMs));
        } catch (IOException e) {
            throw new UncheckedIOException("the parent cannot be told", e);
        }
    }

    @Override
    public void peaks(int channel, Speaker speaker, byte[] values) {
        try {
            answers.write(
                    new Message.Peaks(id, channel, speaker, Base64.getEncoder().encodeToString(values)));
        } catch (IOException e) {
            throw new UncheckedIOException("the parent cannot be told", e);
        }
    }

    /** Hands over the last batch and waits until all are recognized and told. */
    void finish() throws InterruptedException {
        handOver();
        batches.awaitAdvanceInterruptibly(batches.arriveAndDeregister());
    }

    /** What still waits is not worth recognizing any more. */
    void abandon() {
        abandoned = true;
    }

    /** Recognizes one batch on the calling thread and tells its words segment by segment. */
    void recognize(List<SpeechSegment> batch) throws IOException {
        long begun = ThreadCpu.now();
        var recognizer = new SegmentRecognizer(model);
        try (recognizer) {
            for (SpeechSegment segment : batch) {
                if (!abandoned) {
                    tell(segment, recognizer.recognize(segment), recognizer.lengthMs(segment));
                }
            }
        }
        cpu.addVosk(recognizer.voskNanos());
        cpu.addOther(ThreadCpu.now() - begun - recognizer.voskNanos());
        batches.arriveAndDeregister();
    }

    private void handOver() throws InterruptedException {
        if (!open.isEmpty()) {
            batches.register();
            hand.over(this, open);
            open = new ArrayList<>();
            openSamples = 0;
        }
    }

    private void tell(SpeechSegment segment, List<Word> words, long lengthMs) throws IOException {
        long endMs = segment.startMs() + lengthMs;
        answers.write(new Message.Segment(id, segment.channel(), segment.speaker(), segment.startMs(), endMs, words));
    }
}
