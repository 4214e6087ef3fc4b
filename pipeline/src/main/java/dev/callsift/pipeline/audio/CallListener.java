package dev.callsift.pipeline.audio;

import java.util.Arrays;
import java.util.List;

/** Listens to the tracks of a call side by side, block by block. Confined to one thread; of fixed size. */
final class CallListener implements SoundListener {

    private static final int FRAME_MS = 16;

    private final List<Track> tracks;
    private final CrossTalk crossTalk;
    private final short[][] blocks;
    private int filled;

    CallListener(ChannelLayout layout, ChannelAssignment channels, int rate, SegmentSink sink) {
        int hop = hop(rate);
        this.tracks = switch (layout) {
            case MONO -> List.of(new Track(0, Speaker.UNKNOWN, rate, hop, sink));
            case IDENTICAL -> List.of(new Track(channels.agent(), Speaker.UNKNOWN, rate, hop, sink));
            case SPLIT ->
                List.of(
                        new Track(channels.agent(), Speaker.AGENT, rate, hop, sink),
                        new Track(channels.customer(), Speaker.CUSTOMER, rate, hop, sink));
        };
        this.crossTalk = new CrossTalk(hop);
        this.blocks = new short[tracks.size()][hop * SpeechDetector.BLOCK];
    }

    /** Samples per frame: the power of two next to 16 ms. */
    private static int hop(int rate) {
        return 1 << (int) Math.round(Math.log(rate * FRAME_MS / 1_000.0) / Math.log(2));
    }

    @Override
    public void listen(AudioDecoder decoder, int count) throws InterruptedException {
        int length = blocks[0].length;
        for (int from = 0; from < count; ) {
            int copied = Math.min(count - from, length - filled);
            for (int i = 0; i < blocks.length; i++) {
                System.arraycopy(decoder.samples(tracks.get(i).channel()), from, blocks[i], filled, copied);
            }
            filled += copied;
            from += copied;
            if (filled == length) {
                block();
            }
        }
    }

    private void block() throws InterruptedException {
        for (int i = 0; i < blocks.length; i++) {
            tracks.get(i).listen(blocks[i], filled);
        }
        filled = 0;
        segment();
    }

    private void segment() throws InterruptedException {
        if (tracks.size() == 2 && tracks.getFirst().decidedFrame() >= 0) {
            crossTalk.silence(tracks.getFirst(), tracks.getLast());
        }
        for (Track track : tracks) {
            track.segment();
        }
    }

    /** Decides what is left when the recording has ended. */
    @Override
    public void finish() throws InterruptedException {
        for (short[] block : blocks) {
            Arrays.fill(block, filled, block.length, (short) 0);
        }
        block();
        for (int i = 0; i < SpeechDetector.DELAY; i++) {
            tracks.forEach(Track::listenToNothing);
            segment();
        }
        for (Track track : tracks) {
            track.finish();
        }
    }

    @Override
    public long speechMs() {
        return tracks.stream().mapToLong(Track::speechMs).sum();
    }

    @Override
    public String heard() {
        return tracks.stream()
                .map(Track::tally)
                .reduce(SoundTally::plus)
                .orElseThrow()
                .describe();
    }

    @Override
    public void close() {
        tracks.forEach(Track::close);
        crossTalk.close();
    }
}
