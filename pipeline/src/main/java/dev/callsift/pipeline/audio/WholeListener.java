package dev.callsift.pipeline.audio;

import java.util.Arrays;
import java.util.List;

/** Hands on everything on the tracks of a call in blocks, speech or not: what the search for speech is compared with. */
final class WholeListener implements SoundListener {

    /** What Vosk's own examples feed at a time. */
    private static final int BLOCK = 4_000;

    private record Lane(int channel, Speaker speaker) {}

    private final List<Lane> lanes;
    private final int rate;
    private final SegmentSink sink;
    private final short[][] blocks;
    private int filled;
    private long handedOn; // samples per lane

    WholeListener(ChannelLayout layout, ChannelAssignment channels, int rate, SegmentSink sink) {
        this.lanes = switch (layout) {
            case MONO -> List.of(new Lane(0, Speaker.UNKNOWN));
            case IDENTICAL -> List.of(new Lane(channels.agent(), Speaker.UNKNOWN));
            case SPLIT ->
                List.of(new Lane(channels.agent(), Speaker.AGENT), new Lane(channels.customer(), Speaker.CUSTOMER));
        };
        this.blocks = new short[lanes.size()][BLOCK];
        this.rate = rate;
        this.sink = sink;
    }

    @Override
    public void listen(AudioDecoder decoder, int count) throws InterruptedException {
        for (int from = 0; from < count; ) {
            int copied = Math.min(count - from, BLOCK - filled);
            for (int i = 0; i < blocks.length; i++) {
                System.arraycopy(decoder.samples(lanes.get(i).channel()), from, blocks[i], filled, copied);
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
        for (int i = 0; i < blocks.length; i++) {
            Lane lane = lanes.get(i);
            sink.accept(new SpeechSegment(
                    lane.channel(), lane.speaker(), handedOn * 1_000 / rate, Arrays.copyOf(blocks[i], filled)));
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

    /** Holds nothing. */
    @Override
    public void close() {}
}
