package dev.callsift.pipeline.audio;

/** Tells the frames of one channel that hold speech. Confined to one thread. */
final class SpeechDetector {

    private static final float QUIETEST_SPEECH = -60;
    private static final float ABOVE_NOISE = 9;

    private float floor = -90;
    private float level;

    /** Whether the frame holds speech. */
    boolean speech(short[] samples, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += samples[i] * samples[i];
        }
        level = (float) (10 * Math.log10(sum / count / (32_768.0 * 32_768.0) + 1e-10));
        floor = level < floor ? level : Math.min(level, floor + 0.05f);
        return level > QUIETEST_SPEECH && level > floor + ABOVE_NOISE;
    }

    /** The level of the last frame, in dB below full scale. */
    float level() {
        return level;
    }
}
