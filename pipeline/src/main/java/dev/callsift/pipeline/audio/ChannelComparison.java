package dev.callsift.pipeline.audio;

import dev.callsift.pipeline.recording.RecordingKey;
import java.nio.file.Path;

/**
 * Finds out whether two channels carry the same sound, by what is left when the one is taken from the other. Listens only
 * until they differ audibly, which in a call with a speaker per channel is with the first words.
 */
final class ChannelComparison {

    /** At the model's rate a tenth of a second; the comparison needs no more than telephone quality. */
    private static final int RATE = 8_000;

    private static final int BLOCK = RATE / 10;
    /** Blocks that differ before the channels are called different, so that a crackle on one of them is not enough. */
    private static final int ENOUGH = 5;
    /** What is left must be audible in itself, -50 dB below full scale … */
    private static final double AUDIBLE = 32_768 * Math.pow(10, -50 / 20.0);
    /** … and in relation to the sound, -20 dB below it; lossy formats keep identical channels closer than that. */
    private static final double RELATIVE = 0.01;

    private final double audible = BLOCK * AUDIBLE * AUDIBLE;
    private double sound;
    private double difference;
    private double blockSound;
    private double blockDifference;
    private int filled;
    private int differing;

    private ChannelComparison() {}

    static boolean identical(RecordingKey key, Path file, int one, int other) {
        ChannelComparison comparison = new ChannelComparison();
        try (AudioDecoder decoder = AudioDecoder.open(key, file, RATE)) {
            for (int count = decoder.next(); count >= 0; count = decoder.next()) {
                comparison.add(decoder.samples(one), decoder.samples(other), count);
                if (comparison.differing >= ENOUGH) {
                    return false;
                }
            }
        }
        // nothing audible differs, or nothing at all is audible; then what little there is decides
        return comparison.sound > 0 && comparison.difference <= RELATIVE * comparison.sound;
    }

    private void add(short[] one, short[] other, int count) {
        for (int i = 0; i < count; i++) {
            double apart = one[i] - other[i];
            blockSound += Math.max(one[i] * one[i], other[i] * other[i]);
            blockDifference += apart * apart;
            if (++filled == BLOCK) {
                closeBlock();
            }
        }
    }

    private void closeBlock() {
        if (blockDifference > audible && blockDifference > RELATIVE * blockSound) {
            differing++;
        }
        sound += blockSound;
        difference += blockDifference;
        blockSound = 0;
        blockDifference = 0;
        filled = 0;
    }
}
