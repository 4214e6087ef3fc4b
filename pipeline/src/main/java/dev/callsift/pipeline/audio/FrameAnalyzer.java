package dev.callsift.pipeline.audio;

import java.util.Arrays;

/**
 * Measures the frames of one channel, 16 ms each: how loud, how periodic as voiced speech is, whether it is a steady tone as
 * ringing is, or a key press. Looks at the latest three frames together. Confined to one thread, allocates
 * nothing; close it.
 */
final class FrameAnalyzer implements AutoCloseable {

    /** Below it nobody understands a word; quieter frames are not looked into. */
    static final float QUIETEST_SPEECH = -62;

    private static final double FULL_SCALE = 32_768;
    private static final double LOWEST_HZ = 90;
    private static final double HIGHEST_HZ = 3_600;
    private static final double HIGHEST_VOICED_HZ = 1_800;
    private static final double LOWEST_PITCH_HZ = 70;
    private static final double HIGHEST_PITCH_HZ = 400;
    private static final float STEADY = 0.975f;
    private static final float FEW_PEAKS = 0.85f;
    private static final double NARROW_HZ = 150;
    private static final double NARROW_SHARE = 0.95;
    private static final double LOWEST_TONE_HZ = 300;
    private static final float KEY_SHARE = 0.9f;
    private static final int[] KEY_ROWS = {697, 770, 852, 941};
    private static final int[] KEY_COLUMNS = {1_209, 1_336, 1_477, 1_633};
    private static final int HISTORY = 3;

    private final int hop;
    private final double binHz;
    private final int lowest;
    private final int highest;
    private final int highestVoiced;
    private final int shortestLag;
    private final int longestLag;
    private final float[] window;
    private final float[] heard;
    private final float[] padded;
    private final float[] re;
    private final float[] im;
    private final float[] power;
    private final float[][] magnitudes;
    private final Fourier fourier;
    private long frames;
    private float lastSample;
    private float lastPassed;

    private float level;
    private float periodicity;
    private boolean tone;
    private boolean key;

    FrameAnalyzer(int rate, int hop) {
        this.hop = hop;
        int size = 4 * hop;
        this.binHz = (double) rate / size;
        this.lowest = (int) Math.ceil(LOWEST_HZ / binHz);
        this.highest = (int) Math.min(HIGHEST_HZ / binHz, size / 2.0 - 8);
        this.highestVoiced = (int) (HIGHEST_VOICED_HZ / binHz);
        this.shortestLag = (int) (rate / HIGHEST_PITCH_HZ);
        this.longestLag = Math.min((int) (rate / LOWEST_PITCH_HZ), hop);
        this.window = new float[3 * hop];
        for (int i = 0; i < window.length; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / window.length));
        }
        this.heard = new float[3 * hop];
        this.padded = new float[size];
        this.re = new float[size / 2];
        this.im = new float[size / 2];
        this.power = new float[size / 2];
        this.magnitudes = new float[HISTORY + 1][highest + 1];
        this.fourier = new Fourier(size);
    }

    /** Takes the next frame, {@code hop} samples of the array from a position on. */
    void analyze(short[] samples, int from) {
        System.arraycopy(heard, hop, heard, 0, 2 * hop);
        double energy = 0;
        for (int i = 0; i < hop; i++) {
            // takes a constant offset and mains hum out of the level
            float sample = samples[from + i];
            lastPassed = sample - lastSample + 0.94f * lastPassed;
            lastSample = sample;
            heard[2 * hop + i] = lastPassed;
            energy += lastPassed * lastPassed;
        }
        level = (float) (10 * Math.log10(energy / hop / (FULL_SCALE * FULL_SCALE) + 1e-10));
        look();
        frames++;
    }

    private void look() {
        float[] magnitude = magnitudes[(int) (frames % magnitudes.length)];
        periodicity = 0;
        tone = false;
        key = false;
        if (level < QUIETEST_SPEECH) {
            Arrays.fill(magnitude, 0);
            return;
        }
        spectrum(magnitude);
        float[] before = magnitudes[(int) ((frames + 1) % magnitudes.length)];
        tone = narrow() || (similarity(magnitude, before) >= STEADY && peakShare() >= FEW_PEAKS);
        key = keyShare() >= KEY_SHARE;
        periodicity = periodicity(magnitude);
    }

    private void spectrum(float[] magnitude) {
        for (int i = 0; i < window.length; i++) {
            padded[i] = heard[i] * window[i];
        }
        Arrays.fill(padded, window.length, padded.length, 0);
        fourier.transform(padded, re, im);
        for (int k = 0; k <= highest; k++) {
            power[k] = k < lowest ? 0 : re[k] * re[k] + im[k] * im[k];
            magnitude[k] = (float) Math.sqrt(power[k]);
        }
    }

    private float similarity(float[] one, float[] other) {
        double product = 0;
        double ones = 1e-9;
        double others = 1e-9;
        for (int k = lowest; k <= highest; k++) {
            product += one[k] * other[k];
            ones += one[k] * one[k];
            others += other[k] * other[k];
        }
        return (float) (product / Math.sqrt(ones * others));
    }

    /**
     * Whether nearly all energy lies next to one frequency above those of a voice's pitch: the beating pairs of tones that
     * telephone networks ring with.
     */
    private boolean narrow() {
        int strongest = lowest;
        double all = 1e-9;
        for (int k = lowest; k <= highest; k++) {
            strongest = power[k] > power[strongest] ? k : strongest;
            all += power[k];
        }
        double near = 0;
        int reach = (int) (NARROW_HZ / binHz);
        for (int k = Math.max(lowest, strongest - reach); k <= Math.min(highest, strongest + reach); k++) {
            near += power[k];
        }
        return strongest * binHz >= LOWEST_TONE_HZ && near >= NARROW_SHARE * all;
    }

    /** The share of the energy that lies in the four strongest narrow peaks. */
    private float peakShare() {
        double all = 1e-9;
        for (int k = lowest; k <= highest; k++) {
            all += power[k];
        }
        double peaks = 0;
        for (int peak = 0; peak < 4; peak++) {
            peaks += takeStrongest();
        }
        return (float) (peaks / all);
    }

    private double takeStrongest() {
        int strongest = lowest;
        for (int k = lowest; k <= highest; k++) {
            strongest = power[k] > power[strongest] ? k : strongest;
        }
        double taken = 0;
        for (int k = Math.max(lowest, strongest - 2); k <= Math.min(highest, strongest + 2); k++) {
            taken += power[k];
            power[k] = 0;
        }
        return taken;
    }

    private float keyShare() {
        float[] magnitude = magnitudes[(int) (frames % magnitudes.length)];
        double all = 1e-9;
        for (int k = lowest; k <= highest; k++) {
            all += magnitude[k] * magnitude[k];
        }
        double row = strongest(magnitude, KEY_ROWS);
        double column = strongest(magnitude, KEY_COLUMNS);
        return row < column / 16 || column < row / 16 ? 0 : (float) ((row + column) / all);
    }

    private double strongest(float[] magnitude, int[] frequencies) {
        double strongest = 0;
        for (int frequency : frequencies) {
            int centre = (int) Math.round(frequency / binHz);
            double energy = 0;
            for (int k = centre - 3; k <= centre + 3; k++) {
                energy += magnitude[k] * magnitude[k];
            }
            strongest = Math.max(strongest, energy);
        }
        return strongest;
    }

    /**
     * How well the sound repeats after a pitch period, 0 to 1: the autocorrelation of the flattened spectrum, which the
     * transform of that symmetric spectrum is.
     */
    private float periodicity(float[] magnitude) {
        Arrays.fill(padded, 0);
        for (int k = lowest; k <= highestVoiced; k++) {
            padded[k] = magnitude[k];
            padded[padded.length - k] = magnitude[k];
        }
        fourier.transform(padded, re, im);
        float best = 0;
        for (int lag = shortestLag; lag <= longestLag; lag++) {
            best = Math.max(best, re[lag]);
        }
        return best / (re[0] + 1e-9f);
    }

    /** In dB, 0 at full scale. */
    float level() {
        return level;
    }

    float periodicity() {
        return periodicity;
    }

    /** Whether it is made of one tone or two close ones, or of few that are as they were three frames before. */
    boolean tone() {
        return tone;
    }

    /** Whether it is a key press (DTMF). */
    boolean key() {
        return key;
    }

    @Override
    public void close() {
        fourier.close();
    }
}
