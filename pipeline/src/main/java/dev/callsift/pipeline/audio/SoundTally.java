package dev.callsift.pipeline.audio;

import java.util.Locale;

/** Counts what a channel held, to say what there was when there was no speech. */
final class SoundTally {

    private static final float SILENCE_DB = -55;
    private static final double MOSTLY = 0.5;

    private float loudest = Float.NEGATIVE_INFINITY;
    private long frames;
    private long audible;
    private long tones;

    void add(float level, boolean tone) {
        if (level == Float.NEGATIVE_INFINITY) {
            return; // behind the recording's end
        }
        frames++;
        loudest = Math.max(loudest, level);
        audible += level > SILENCE_DB ? 1 : 0;
        tones += tone ? 1 : 0;
    }

    SoundTally plus(SoundTally other) {
        SoundTally sum = new SoundTally();
        sum.frames = frames + other.frames;
        sum.loudest = Math.max(loudest, other.loudest);
        sum.audible = audible + other.audible;
        sum.tones = tones + other.tones;
        return sum;
    }

    /** What was heard, as one clause. */
    String describe() {
        String level = loudest <= -99
                ? "digital silence"
                : String.format(Locale.ROOT, "loudest at %.0f dB below full scale", Math.abs(loudest));
        if (audible * 100 <= frames) {
            return "only silence, " + level;
        }
        return (tones >= MOSTLY * audible ? "only tones, " : "only noise, ") + level;
    }
}
