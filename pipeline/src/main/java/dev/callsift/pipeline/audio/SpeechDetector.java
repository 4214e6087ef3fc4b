package dev.callsift.pipeline.audio;

/**
 * Decides which frames of one channel hold speech, two seconds late, because what follows tells how to take what came before.
 *
 * <p>A frame is speech when it stands out of the noise around it, belongs to no tone, and some voiced sound is near: a cluster
 * of frames with a pitch. So steady noise, ringing, key presses and clicks are left out however loud, a quiet voice is not, and
 * the consonants and breath next to a voice stay with it. Confined to one thread; of fixed size.
 */
final class SpeechDetector {

    /** Frames that are taken and decided together. */
    static final int BLOCK = 10;

    private static final float ABOVE_NOISE_DB = 5;
    private static final float VOICED_ABOVE_NOISE_DB = 7;
    private static final float VOICED = 0.28f;
    /** The faintest consonant lies this far below the vowels next to it. */
    private static final float DYNAMICS_DB = 36;

    /** Frames in a row that make a tone: a quarter of a second. No vowel stays that much the same. */
    private static final int TONE_FRAMES = 16;
    /** Frames on both sides of a tone in whose windows it still is. */
    private static final int TONE_EDGE = 6;
    /** So many voiced frames … */
    private static final int CLUSTER = 4;
    /** … among so many make a cluster … */
    private static final int CLUSTER_SPAN = 12;
    /** … and frames this far from its ends may belong to the same words, 0.4 s. */
    private static final int REACH = 25;

    private static final int NOISE_BLOCKS_BEFORE = 18;
    private static final int NOISE_BLOCKS_AFTER = 9;
    /** The blocks that must follow before one is decided: the noise after it, and the voices within reach. */
    static final int DELAY = NOISE_BLOCKS_AFTER + (REACH + CLUSTER_SPAN + BLOCK - 1) / BLOCK + 1;

    private static final int KEPT = 512;

    private final float[] levels = new float[KEPT];
    private final float[] periodicities = new float[KEPT];
    private final boolean[] tones = new boolean[KEPT];
    private final boolean[] voiced = new boolean[KEPT];
    private final boolean[] clustered = new boolean[KEPT];
    private final float[] quietest = new float[KEPT / BLOCK];
    private long frames;
    private int toneRun;
    private int toneEdge;

    /** Takes the measures of the next frame. */
    void add(FrameAnalyzer measured) {
        int at = at(frames);
        levels[at] = measured.level();
        periodicities[at] = measured.periodicity();
        tones[at] = measured.key();
        voiced[at] = false;
        clustered[at] = false;
        toneRun = measured.tone() ? toneRun + 1 : 0;
        markTone(measured.key());
        frames++;
        if (frames % BLOCK == 0) {
            endBlock(true);
        }
    }

    private void markTone(boolean key) {
        if (toneRun >= TONE_FRAMES || key) {
            int back = toneRun == TONE_FRAMES ? TONE_FRAMES + TONE_EDGE : TONE_EDGE;
            for (long frame = Math.max(0, frames - back); frame <= frames; frame++) {
                tones[at(frame)] = true;
            }
            toneEdge = TONE_EDGE;
        } else if (toneEdge > 0) {
            toneEdge--;
            tones[at(frames)] = true;
        }
    }

    /** Takes a block that lies behind the recording's end, so that the last blocks can be decided. */
    void addNothing() {
        for (int i = 0; i < BLOCK; i++) {
            int at = at(frames++);
            levels[at] = Float.NEGATIVE_INFINITY;
            periodicities[at] = 0;
            tones[at] = false;
            voiced[at] = false;
            clustered[at] = false;
        }
        endBlock(false);
    }

    private void endBlock(boolean heard) {
        long block = frames / BLOCK - 1;
        quietest[(int) (block % quietest.length)] = heard ? quietest(block * BLOCK) : Float.POSITIVE_INFINITY;
        if (block >= NOISE_BLOCKS_AFTER) {
            findVoices(block - NOISE_BLOCKS_AFTER);
        }
    }

    private float quietest(long from) {
        float quietest = Float.POSITIVE_INFINITY;
        for (long frame = from + 1; frame < from + BLOCK - 1; frame++) {
            quietest = Math.min(quietest, (levels[at(frame - 1)] + levels[at(frame)] + levels[at(frame + 1)]) / 3);
        }
        return quietest;
    }

    private void findVoices(long block) {
        float noise = noise(block);
        for (long frame = block * BLOCK; frame < (block + 1) * BLOCK; frame++) {
            int at = at(frame);
            voiced[at] = periodicities[at] >= VOICED && !tones[at] && levels[at] >= noise + VOICED_ABOVE_NOISE_DB;
            if (voiced[at] && cluster(frame)) {
                for (long member = Math.max(0, frame - CLUSTER_SPAN + 1); member <= frame; member++) {
                    clustered[at(member)] |= voiced[at(member)];
                }
            }
        }
    }

    private boolean cluster(long last) {
        int count = 0;
        for (long frame = Math.max(0, last - CLUSTER_SPAN + 1); frame <= last; frame++) {
            count += voiced[at(frame)] ? 1 : 0;
        }
        return count >= CLUSTER;
    }

    /** The noise around a block: the quietest moment from three seconds before it to one and a half after. */
    private float noise(long block) {
        float noise = Float.POSITIVE_INFINITY;
        for (long near = Math.max(0, block - NOISE_BLOCKS_BEFORE); near <= block + NOISE_BLOCKS_AFTER; near++) {
            noise = Math.min(noise, quietest[(int) (near % quietest.length)]);
        }
        return noise;
    }

    /** The block that can be decided now; negative while there is none. */
    long decidedBlock() {
        return frames / BLOCK - 1 - DELAY;
    }

    /** Decides the frames of {@link #decidedBlock()}. */
    void decide(boolean[] speech) {
        long block = decidedBlock();
        float needed = Math.max(FrameAnalyzer.QUIETEST_SPEECH, noise(block) + ABOVE_NOISE_DB);
        for (int i = 0; i < BLOCK; i++) {
            long frame = block * BLOCK + i;
            speech[i] = levels[at(frame)] >= Math.max(needed, voiceNear(frame) - DYNAMICS_DB) && !tones[at(frame)];
        }
    }

    /** The level of the loudest voiced frame within reach; infinite where there is none. */
    private float voiceNear(long frame) {
        float loudest = Float.NEGATIVE_INFINITY;
        for (long near = Math.max(0, frame - REACH); near <= frame + REACH; near++) {
            loudest = clustered[at(near)] ? Math.max(loudest, levels[at(near)]) : loudest;
        }
        return loudest == Float.NEGATIVE_INFINITY ? Float.POSITIVE_INFINITY : loudest;
    }

    /** The level of a frame taken not long ago, in dB. */
    float level(long frame) {
        return levels[at(frame)];
    }

    boolean tone(long frame) {
        return tones[at(frame)];
    }

    private static int at(long frame) {
        return (int) (frame % KEPT);
    }
}
