package dev.callsift.pipeline.audio;

import java.util.Arrays;
import java.util.List;

/** Hands on everything on the tracks of a call in blocks, speech or not: what the search for speech is compared with. */
final class WholeListener implements SoundListener {

    /** What Vosk's own examples feed at a time. */
    private static final int BLOCK = 4_000;

    private record Lane(int channel, Speaker speaker, short[] block) {
        Lane(int channel, Speaker speaker) {
            this(channel, speaker, new short[BLOCK]);
        }
    }

    private final List<Lane> lanes;
    private final int rate;
    private final SegmentSink sink;
    private int filled;
    private long handedOn; // samples per lane

    WholeListener(ChannelLayout layout, ChannelAssignment channels, int rate, SegmentSink sink) {
        this.lanes = switch (layout) {
            case MONO -> List.of(new Lane(0, Speaker.UNKNOWN));
            case IDENTICAL -> List.of(new Lane(channels.agent(), Speaker.UNKNOWN));
            case SPLIT ->
                List.of(new Lane(channels.agent(), Speaker.AGENT), new Lane(channels.customer(), Speaker.CUSTOMER));
        };
        this.rate = rate;
        this.sink = sink;
    }

    @Override
    public void listen(AudioDecoder decoder, int count) throws InterruptedException {
        for (int from = 0; from < count; ) {
            int copied = Math.min(count - from, BLOCK - filled);
            for (Lane lane : lanes) {
                System.arraycopy(decoder.samples(lane.channel()), from, lane.block(), filled, copied);
            }
            filled += copied;
            from += copied;
            if (filled == BLOCK) {
                finish();
            }
        }
    }

    @Override
    public void finish() throws InterruptedException {
        if (filled == 0) {
            return;
        }
        for (Lane lane : lanes) {
            sink.accept(new SpeechSegment(
                    lane.channel(), lane.speaker(), handedOn * 1_000 / rate, Arrays.copyOf(lane.block(), filled)));
        }
        handedOn += filled;
        filled = 0;
    }

    @Override
    public long speechMs() {
        return lanes.size() * (handedOn * 1_000 / rate);
    }

    @Override
    public String heard() {
        return "sound";
    }
}
