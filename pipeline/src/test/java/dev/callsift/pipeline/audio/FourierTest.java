package dev.callsift.pipeline.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FourierTest {

    private static final int SIZE = 64;

    @Test
    void agreesWithTheDefinition() {
        float[] samples = new float[SIZE];
        Random random = new Random(3);
        for (int i = 0; i < SIZE; i++) {
            samples[i] = (float) random.nextGaussian();
        }
        float[] re = new float[SIZE / 2];
        float[] im = new float[SIZE / 2];
        try (Fourier fourier = new Fourier(SIZE)) {
            fourier.transform(samples, re, im);
        }

        for (int k = 0; k < SIZE / 2; k++) {
            double expectedRe = 0;
            double expectedIm = 0;
            for (int i = 0; i < SIZE; i++) {
                expectedRe += samples[i] * Math.cos(2 * Math.PI * k * i / SIZE);
                expectedIm -= samples[i] * Math.sin(2 * Math.PI * k * i / SIZE);
            }
            assertThat((double) re[k]).isCloseTo(expectedRe, within(1e-3));
            assertThat((double) im[k]).isCloseTo(expectedIm, within(1e-3));
        }
    }
}
