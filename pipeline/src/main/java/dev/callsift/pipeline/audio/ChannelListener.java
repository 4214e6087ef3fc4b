package dev.callsift.pipeline.audio;

/** Listens to one channel: keeps its latest samples, finds speech in them, and hands the segments on. */
final class ChannelListener {

    private static final int KEPT_MS = Segmenter.MAX_MS + 4_000;

    private final int channel;
    private final Speaker speaker;
    private final int rate;
    private final int frameLength;
    private final SegmentSink sink;
    private final SampleRing ring;
    private final SpeechDetector detector = new SpeechDetector();
    private final Segmenter segmenter;
    private final short[] frame;
    private int filled;
    private long frames;
    private long speechSamples;

    ChannelListener(int channel, Speaker speaker, int rate, SegmentSink sink) {
        this.channel = channel;
        this.speaker = speaker;
        this.rate = rate;
        this.frameLength = Integer.highestOneBit(rate * 16 / 1_000 * 2 - 1);
        this.sink = sink;
        this.ring = new SampleRing((int) ((long) rate * KEPT_MS / 1_000));
        this.segmenter = new Segmenter(frameLength * 1_000.0 / rate, this::write);
        this.frame = new short[frameLength];
    }

    void listen(short[] samples, int count) throws InterruptedException {
        for (int from = 0; from < count; ) {
            int copied = Math.min(count - from, frameLength - filled);
            System.arraycopy(samples, from, frame, filled, copied);
            filled += copied;
            from += copied;
            if (filled == frameLength) {
                frame();
            }
        }
    }

    void finish() throws InterruptedException {
        ring.append(frame, 0, filled);
        segmenter.finish(filled > 0 ? frames + 1 : frames);
    }

    int channel() {
        return channel;
    }

    long speechMs() {
        return speechSamples * 1_000 / rate;
    }

    private void frame() throws InterruptedException {
        ring.append(frame, 0, frameLength);
        boolean speech = detector.speech(frame, 0, frameLength);
        segmenter.add(frames++, speech, detector.level());
        filled = 0;
    }

    private void write(long firstFrame, long endFrame) throws InterruptedException {
        long from = firstFrame * frameLength;
        long to = Math.min(ring.end(), endFrame * frameLength);
        speechSamples += to - from;
        sink.accept(new SpeechSegment(channel, speaker, from * 1_000 / rate, ring.copy(from, to)));
    }
}
