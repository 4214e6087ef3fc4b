package dev.callsift.pipeline.audio;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16P;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.ShortPointer;
import org.jspecify.annotations.Nullable;

/**
 * Turns decoded frames of any sample format into 16-bit samples per channel at one rate. A recording that changes its rate,
 * format or channels midway goes on in the shape it began with. Confined to one thread; close it.
 */
final class SampleConverter implements AutoCloseable {

    private static final int FIRST_CAPACITY = 4_096;

    private final SwrContext resampler = swresample.swr_alloc();
    private final int channels;
    private final int rate;
    private final PointerPointer<Pointer> planes;
    private final ShortPointer[] buffers;
    private final short[][] samples;
    private int capacity;
    private int frameRate;
    private int frameFormat;
    private int frameChannels;

    /** @param rate wanted, in Hz */
    SampleConverter(int channels, int rate) {
        this.channels = channels;
        this.rate = rate;
        this.planes = new PointerPointer<>(channels);
        this.buffers = new ShortPointer[channels];
        this.samples = new short[channels][];
        reserve(FIRST_CAPACITY);
    }

    /** Converts a frame, or with {@code null} what the resampler still holds at the end; returns the samples per channel. */
    int convert(@Nullable AVFrame frame) {
        if (frame != null && changed(frame)) {
            configure(frame);
        }
        int incoming = frame == null ? 0 : frame.nb_samples();
        reserve(swresample.swr_get_out_samples(resampler, incoming));
        PointerPointer<?> data = frame == null ? null : frame.extended_data();
        int converted = Math.max(0, swresample.swr_convert(resampler, planes, capacity, data, incoming));
        for (int channel = 0; channel < channels; channel++) {
            buffers[channel].get(samples[channel], 0, converted);
        }
        return converted;
    }

    /** The samples of the last conversion; overwritten by the next. */
    short[] samples(int channel) {
        return samples[channel];
    }

    private boolean changed(AVFrame frame) {
        return frame.sample_rate() != frameRate
                || frame.format() != frameFormat
                || frame.ch_layout().nb_channels() != frameChannels;
    }

    private void configure(AVFrame frame) {
        frameRate = frame.sample_rate();
        frameFormat = frame.format();
        frameChannels = frame.ch_layout().nb_channels();
        try (AVChannelLayout from = new AVChannelLayout();
                AVChannelLayout to = new AVChannelLayout()) {
            // the same default layout on both sides keeps every channel where it is, whatever the file calls it
            avutil.av_channel_layout_default(from, frameChannels);
            avutil.av_channel_layout_default(to, channels);
            swresample.swr_close(resampler);
            int set = swresample.swr_alloc_set_opts2(
                    resampler, to, AV_SAMPLE_FMT_S16P, rate, from, frameFormat, frameRate, 0, null);
            if (set < 0 || swresample.swr_init(resampler) < 0) {
                throw new IllegalStateException("cannot convert " + frameChannels + " channels at " + frameRate
                        + " Hz to " + channels + " at " + rate + " Hz");
            }
        }
    }

    private void reserve(int wanted) {
        if (wanted <= capacity) {
            return;
        }
        capacity = wanted;
        for (int channel = 0; channel < channels; channel++) {
            if (buffers[channel] != null) {
                buffers[channel].close();
            }
            buffers[channel] = new ShortPointer(capacity);
            planes.put(channel, buffers[channel]);
            samples[channel] = new short[capacity];
        }
    }

    @Override
    public void close() {
        swresample.swr_free(resampler);
        planes.close();
        for (ShortPointer buffer : buffers) {
            buffer.close();
        }
    }
}
