package dev.callsift.pipeline.transcript;

import dev.callsift.pipeline.audio.SegmentSink;
import dev.callsift.pipeline.audio.SpeechSegment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Phaser;

/** One recording being heard: its segments on their way to the recognizing threads, and what it has cost so far. */
final class HearingProgress implements SegmentSink {

    private final long id;
    private final MessageCodec answers;
    private final Hand hand;
    private final ThreadCpu cpu = new ThreadCpu();
    private final Phaser segments = new Phaser(1);
    private volatile boolean abandoned;

    /** Hands a segment to the threads, waiting for room. */
    @FunctionalInterface
    interface Hand {
        void over(HearingProgress hearing, SpeechSegment segment) throws InterruptedException;
    }

    HearingProgress(long id, MessageCodec answers, Hand hand) {
        this.id = id;
        this.answers = answers;
        this.hand = hand;
    }

    ThreadCpu cpu() {
        return cpu;
    }

    @Override
    public void accept(SpeechSegment segment) throws InterruptedException {
        segments.register();
        hand.over(this, segment);
    }

    @Override
    public void progress(long decodedMs, long expectedMs) {
        try {
            answers.write(new Message.Progress(id, decodedMs, expectedMs));
        } catch (IOException e) {
            throw new UncheckedIOException("the parent cannot be told", e);
        }
    }

    /** Waits until all segments handed over are recognized and told. */
    void awaitSegments() throws InterruptedException {
        segments.awaitAdvanceInterruptibly(segments.arriveAndDeregister());
    }

    /** Segments still waiting are not worth recognizing any more. */
    void abandon() {
        abandoned = true;
    }

    /** Recognizes one segment on the calling thread and tells its words. */
    void recognize(SegmentRecognizer recognizer, SpeechSegment segment) throws IOException {
        try {
            if (!abandoned) {
                long begun = ThreadCpu.now();
                List<Word> words = recognizer.recognize(segment);
                answers.write(new Message.Segment(
                        id,
                        segment.channel(),
                        segment.speaker(),
                        segment.startMs(),
                        segment.startMs() + recognizer.lengthMs(segment),
                        words));
                cpu.addVosk(recognizer.lastNanos());
                cpu.addOther(ThreadCpu.now() - begun - recognizer.lastNanos());
            }
        } finally {
            segments.arriveAndDeregister();
        }
    }
}
