package dev.callsift.pipeline.audio;

/**
 * The discrete Fourier transform of real samples, of one size, without allocation: radix 2 on half the size, then unravelled.
 * Confined to one thread.
 */
final class Fourier {

    private final int half;
    private final float[] cos;
    private final float[] sin;
    private final int[] reversed;
    private final float[] re;
    private final float[] im;

    /** @param size how many samples are transformed, a power of two */
    Fourier(int size) {
        half = size / 2;
        cos = new float[half];
        sin = new float[half];
        reversed = new int[half];
        re = new float[half];
        im = new float[half];
        int shift = Integer.numberOfLeadingZeros(half) + 1;
        for (int i = 0; i < half; i++) {
            cos[i] = (float) Math.cos(2 * Math.PI * i / size);
            sin[i] = (float) -Math.sin(2 * Math.PI * i / size);
            reversed[i] = Integer.reverse(i) >>> shift;
        }
    }

    /** Writes real and imaginary parts of the bins 0 up to, not including, half the size. */
    void transform(float[] samples, float[] real, float[] imaginary) {
        for (int i = 0; i < half; i++) {
            re[reversed[i]] = samples[2 * i];
            im[reversed[i]] = samples[2 * i + 1];
        }
        butterflies();
        real[0] = re[0] + im[0];
        imaginary[0] = 0;
        for (int k = 1; k < half; k++) {
            float evenRe = (re[k] + re[half - k]) / 2;
            float evenIm = (im[k] - im[half - k]) / 2;
            float oddRe = (im[k] + im[half - k]) / 2;
            float oddIm = (re[half - k] - re[k]) / 2;
            real[k] = evenRe + oddRe * cos[k] - oddIm * sin[k];
            imaginary[k] = evenIm + oddRe * sin[k] + oddIm * cos[k];
        }
    }

    /** Written out over local arrays, which the compiler turns into twice as fast code as over fields. */
    private void butterflies() {
        float[] real = re;
        float[] imaginary = im;
        for (int span = 1; span < half; span *= 2) {
            int step = half / span;
            for (int k = 0; k < span; k++) {
                float c = cos[k * step];
                float s = sin[k * step];
                for (int a = k; a < half; a += 2 * span) {
                    int b = a + span;
                    float turnedRe = real[b] * c - imaginary[b] * s;
                    float turnedIm = real[b] * s + imaginary[b] * c;
                    real[b] = real[a] - turnedRe;
                    imaginary[b] = imaginary[a] - turnedIm;
                    real[a] += turnedRe;
                    imaginary[a] += turnedIm;
                }
            }
        }
    }
}
