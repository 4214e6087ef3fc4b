package dev.callsift.pipeline.audio;

import java.util.Arrays;

/**
 * Finds in two channels what is only the other one's speech leaking over: much weaker, at the same time or up to a quarter of
 * a second later, and the same sound. It would be recognized twice, once as the wrong speaker. Two people who really speak at
 * once do not sound alike, however different their levels. Confined to one thread; of fixed size; close it.
 */
final class CrossTalk implements AutoCloseable {

    private static final float WEAKER_DB = 12;
    /** Two voices at once reach this in one block of a hundred, an echo 25 dB below its source misses it in one of ten … */
    private static final float ALIKE = 0.3f;

    /** … and where the block before was an echo, less is enough. */
    private static final float STILL_ALIKE = 0.2f;

    /** Samples are thinned out to about 4 kHz, where most of a voice is. */
    private static final int THINNED = 2;

    private static final int BLOCKS = 3;

    private final int hop;
    private final int span;
    private final Fourier fourier;
    private final float[] weak;
    private final float[] strong;
    private final float[] weakRe;
    private final float[] weakIm;
    private final float[] strongRe;
    private final float[] strongIm;
    private boolean oneEchoed;
    private boolean otherEchoed;

    CrossTalk(int hop) {
        this.hop = hop;
        this.span = hop * SpeechDetector.BLOCK * BLOCKS / THINNED;
        int size = Integer.highestOneBit(2 * span - 1) * 2;
        this.fourier = new Fourier(size);
        this.weak = new float[size];
        this.strong = new float[size];
        this.weakRe = new float[size / 2];
        this.weakIm = new float[size / 2];
        this.strongRe = new float[size / 2];
        this.strongIm = new float[size / 2];
    }

    /** Takes back the decision for speech in the decided block of whichever track only echoes the other. */
    void silence(Track one, Track other) {
        oneEchoed = silenceEcho(one, other, oneEchoed ? STILL_ALIKE : ALIKE);
        otherEchoed = silenceEcho(other, one, otherEchoed ? STILL_ALIKE : ALIKE);
    }

    private boolean silenceEcho(Track echo, Track source, float alike) {
        long frame = echo.decidedFrame();
        boolean echoed = speaks(echo)
                && level(source, frame - SpeechDetector.BLOCK) > level(echo, frame) + WEAKER_DB
                && coherence(echo.samples(), source.samples(), (frame + SpeechDetector.BLOCK) * hop) > alike;
        if (echoed) {
            Arrays.fill(echo.speech(), false);
        }
        return echoed;
    }

    private static boolean speaks(Track track) {
        for (boolean speech : track.speech()) {
            if (speech) {
                return true;
            }
        }
        return false;
    }

    /** The loudest frame from here to the end of the decided block. */
    private static float level(Track track, long from) {
        float loudest = Float.NEGATIVE_INFINITY;
        for (long frame = Math.max(0, from); frame < track.decidedFrame() + SpeechDetector.BLOCK; frame++) {
            loudest = Math.max(loudest, track.level(frame));
        }
        return loudest;
    }

    /** Correlates the weak samples with the strong ones, whitened, over the lags that an echo can have. */
    private float coherence(SampleRing echo, SampleRing source, long end) {
        long to = Math.min(end + (long) hop * SpeechDetector.BLOCK, echo.end());
        load(weak, echo, to);
        load(strong, source, to);
        fourier.transform(weak, weakRe, weakIm);
        fourier.transform(strong, strongRe, strongIm);
        return coherence();
    }

    private void load(float[] into, SampleRing samples, long to) {
        Arrays.fill(into, 0);
        long from = Math.max(0, to - (long) span * THINNED);
        int count = (int) ((to - from) / THINNED);
        float last = 0;
        for (int i = 0; i < count; i++) {
            float sample = samples.at(from + (long) i * THINNED) + samples.at(from + (long) i * THINNED + 1);
            into[i] = sample - 0.9f * last;
            last = sample;
        }
    }

    /** The highest normalized cross-correlation at lags from -20 to 250 ms, of the loaded samples. */
    private float coherence() {
        double weakEnergy = energy(weak);
        double strongEnergy = energy(strong);
        int half = weakRe.length;
        Arrays.fill(weak, 0);
        // a real sequence's transform from its cosine and sine halves: transform re + im parts as even and odd
        // sequences
        for (int k = 1; k < half; k++) {
            float re = weakRe[k] * strongRe[k] + weakIm[k] * strongIm[k];
            float im = weakIm[k] * strongRe[k] - weakRe[k] * strongIm[k];
            weak[k] = re - im;
            weak[2 * half - k] = re + im;
        }
        fourier.transform(weak, weakRe, weakIm);
        return (float) (highest() / (2 * half) / Math.sqrt(weakEnergy * strongEnergy + 1e-9));
    }

    private double highest() {
        int ahead = hop * 20 / 16 / THINNED;
        int behind = hop * 250 / 16 / THINNED;
        double highest = 0;
        for (int lag = 0; lag <= Math.min(behind, weakRe.length - 1); lag++) {
            highest = Math.max(highest, Math.abs(weakRe[lag] - weakIm[lag]));
            if (lag <= ahead) {
                highest = Math.max(highest, Math.abs(weakRe[lag] + weakIm[lag]));
            }
        }
        return highest;
    }

    private static double energy(float[] samples) {
        double energy = 0;
        for (float sample : samples) {
            energy += sample * sample;
        }
        return energy;
    }

    @Override
    public void close() {
        fourier.close();
    }
}
