package dev.callsift.pipeline.audio;

import java.util.Arrays;
import java.util.List;

/**
 * How loud each lane of a call is, in steps of {@link SegmentSink#PEAK_MS}: what a waveform is drawn from. Takes the samples while they
 * are decoded and keeps a minute of values, so its memory does not depend on the recording's length. Confined to one thread.
 */
final class PeakMeter {

    /** A minute, so that a message stays small. */
    private static final int CHUNK = 60_000 / SegmentSink.PEAK_MS;

    /** From 16 bits with a sign to 8 without. */
    private static final int SHIFT = 7;

    private final List<Lane> lanes;
    private final int rate;
    private final SegmentSink sink;
    private long position;
    private long steps;
    private long stepEnd;

    PeakMeter(ChannelLayout layout, ChannelAssignment channels, int rate, SegmentSink sink) {
        this.lanes = switch (layout) {
            case MONO -> List.of(new Lane(0, Speaker.UNKNOWN));
            case IDENTICAL -> List.of(new Lane(channels.agent(), Speaker.UNKNOWN));
            case SPLIT ->
                List.of(new Lane(channels.agent(), Speaker.AGENT), new Lane(channels.customer(), Speaker.CUSTOMER));
        };
        this.rate = rate;
        this.sink = sink;
        this.stepEnd = endOf(0);
    }

    void listen(AudioDecoder decoder, int count) throws InterruptedException {
        for (int from = 0; from < count; ) {
            int to = (int) Math.min(count, from + stepEnd - position);
            for (Lane lane : lanes) {
                lane.listen(decoder.samples(lane.channel), from, to);
            }
            position += to - from;
            from = to;
            if (position == stepEnd) {
                step();
            }
        }
    }

    /** Tells what is left when the recording has ended. */
    void finish() throws InterruptedException {
        if (position > endOf(steps - 1)) {
            step();
        }
        for (Lane lane : lanes) {
            lane.tell();
        }
    }

    private void step() throws InterruptedException {
        for (Lane lane : lanes) {
            lane.step();
        }
        steps++;
        stepEnd = endOf(steps);
    }

    /** Of whole samples, so that steps do not drift where a rate is no multiple of them. */
    private long endOf(long step) {
        return (step + 1) * rate * SegmentSink.PEAK_MS / 1_000;
    }

    /** One channel since the last chunk was told. */
    private final class Lane {

        private final int channel;
        private final Speaker speaker;
        private final byte[] chunk = new byte[CHUNK];
        private int filled;
        private int loudest;

        Lane(int channel, Speaker speaker) {
            this.channel = channel;
            this.speaker = speaker;
        }

        void listen(short[] samples, int from, int to) {
            int loud = loudest;
            for (int i = from; i < to; i++) {
                loud = Math.max(loud, Math.abs(samples[i]));
            }
            loudest = loud;
        }

        void step() throws InterruptedException {
            chunk[filled++] = (byte) Math.min(255, loudest >> SHIFT);
            loudest = 0;
            if (filled == CHUNK) {
                tell();
            }
        }

        void tell() throws InterruptedException {
            if (filled > 0) {
                sink.peaks(channel, speaker, Arrays.copyOf(chunk, filled));
                filled = 0;
            }
        }
    }
}
