package dev.callsift.pipeline.audio;

import org.bytedeco.ffmpeg.avutil.AVTXContext;
import org.bytedeco.ffmpeg.avutil.av_tx_fn;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * The discrete Fourier transform of real samples, of one size, by FFmpeg, whose code for vector processors is several times as
 * fast as what the Java compiler makes of a loop. Confined to one thread; close it.
 */
final class Fourier implements AutoCloseable {

    private static final long FUNCTION_WORDS = 2;

    private final int half;
    private final AVTXContext context = new AVTXContext((Pointer) null);

    /** Room for the address of the function, which FFmpeg fills in: the binding takes it where the function's own would lie. */
    private final PointerPointer<Pointer> address = new PointerPointer<>(FUNCTION_WORDS);

    private final av_tx_fn function = new av_tx_fn(address);
    private final FloatPointer samples;
    private final FloatPointer bins;
    private final float[] interleaved;

    /** @param size how many samples are transformed, a power of two */
    Fourier(int size) {
        this.half = size / 2;
        try (FloatPointer scale = new FloatPointer(1f)) {
            if (avutil.av_tx_init(context, function, avutil.AV_TX_FLOAT_RDFT, 0, size, scale, 0) < 0) {
                throw new IllegalArgumentException("no transform of " + size + " samples");
            }
        }
        this.samples = allocated(size);
        this.bins = allocated(size + 2);
        this.interleaved = new float[size];
    }

    /** Aligned as vector processors want it. */
    private static FloatPointer allocated(int count) {
        return new FloatPointer(avutil.av_malloc((long) count * Float.BYTES)).capacity(count);
    }

    /** Writes real and imaginary parts of the bins 0 up to, not including, half the size. */
    void transform(float[] sound, float[] real, float[] imaginary) {
        samples.put(sound);
        function.call(context, bins, samples, Float.BYTES);
        bins.get(interleaved);
        for (int k = 0; k < half; k++) {
            real[k] = interleaved[2 * k];
            imaginary[k] = interleaved[2 * k + 1];
        }
    }

    @Override
    public void close() {
        avutil.av_tx_uninit(context);
        avutil.av_free(samples);
        avutil.av_free(bins);
        address.close();
    }
}
