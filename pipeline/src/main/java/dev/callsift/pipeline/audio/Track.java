package dev.callsift.pipeline.audio;

/** One channel while it is listened to: its latest samples, what was decided about them, and the segments cut from them. Close it. */
final class Track implements AutoCloseable {

    private static final int KEPT_MS = Segmenter.MAX_MS + 5_000;

    private final int channel;
    private final Speaker speaker;
    private final int rate;
    private final int hop;
    private final SegmentSink sink;
    private final SampleRing ring;
    private final FrameAnalyzer analyzer;
    private final SpeechDetector detector = new SpeechDetector();
    private final Segmenter segmenter;
    private final boolean[] speech = new boolean[SpeechDetector.BLOCK];
    private final SoundTally tally = new SoundTally();
    private long speechSamples;

    Track(int channel, Speaker speaker, int rate, int hop, SegmentSink sink) {
        this.channel = channel;
        this.speaker = speaker;
        this.rate = rate;
        this.hop = hop;
        this.sink = sink;
        this.ring = new SampleRing((int) ((long) rate * KEPT_MS / 1_000));
        this.analyzer = new FrameAnalyzer(rate, hop);
        this.segmenter = new Segmenter(hop * 1_000.0 / rate, this::write);
    }

    /** Takes the samples of a block; of the last one fewer may be real, the rest is silence that is not kept. */
    void listen(short[] block, int real) {
        ring.append(block, 0, real);
        for (int i = 0; i < SpeechDetector.BLOCK; i++) {
            analyzer.analyze(block, i * hop);
            detector.add(analyzer);
        }
        decide();
    }

    void listenToNothing() {
        detector.addNothing();
        decide();
    }

    private void decide() {
        if (detector.decidedBlock() >= 0) {
            detector.decide(speech);
        }
    }

    /** Hands the decided block on to be cut into segments. */
    void segment() throws InterruptedException {
        long first = detector.decidedBlock() * SpeechDetector.BLOCK;
        for (int i = 0; first >= 0 && i < SpeechDetector.BLOCK; i++) {
            tally.add(detector.level(first + i), detector.tone(first + i));
            segmenter.add(first + i, speech[i], detector.level(first + i));
        }
    }

    void finish() throws InterruptedException {
        segmenter.finish((ring.end() + hop - 1) / hop);
    }

    private void write(long firstFrame, long endFrame) throws InterruptedException {
        long from = firstFrame * hop;
        long to = Math.min(ring.end(), endFrame * hop);
        speechSamples += to - from;
        sink.accept(new SpeechSegment(channel, speaker, from * 1_000 / rate, ring.copy(from, to)));
    }

    int channel() {
        return channel;
    }

    /** The first frame of the block decided last; negative while there is none. */
    long decidedFrame() {
        return detector.decidedBlock() * SpeechDetector.BLOCK;
    }

    /** Which frames of that block hold speech; may be changed before {@link #segment()}. */
    boolean[] speech() {
        return speech;
    }

    float level(long frame) {
        return detector.level(frame);
    }

    SampleRing samples() {
        return ring;
    }

    SoundTally tally() {
        return tally;
    }

    long speechMs() {
        return speechSamples * 1_000 / rate;
    }

    @Override
    public void close() {
        analyzer.close();
    }
}
