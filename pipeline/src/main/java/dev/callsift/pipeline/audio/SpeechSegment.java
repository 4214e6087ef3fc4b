package dev.callsift.pipeline.audio;

/** A stretch of speech of one channel. Immutable by agreement: the samples are handed over, not copied, and not written to. */
public final class SpeechSegment {

    private final int channel;
    private final Speaker speaker;
    private final long startMs;
    private final short[] samples;

    /**
     * @param channel the recording's channel it was heard on, from 0
     * @param speaker who speaks on that channel
     * @param startMs where it begins in the recording, in milliseconds
     * @param samples mono 16-bit PCM at the speech model's rate, at least one
     */
    public SpeechSegment(int channel, Speaker speaker, long startMs, short[] samples) {
        if (channel < 0 || startMs < 0 || samples.length == 0) {
            throw new IllegalArgumentException(
                    "no segment: channel " + channel + ", start " + startMs + " ms, " + samples.length + " samples");
        }
        this.channel = channel;
        this.speaker = speaker;
        this.startMs = startMs;
        this.samples = samples;
    }

    public int channel() {
        return channel;
    }

    public Speaker speaker() {
        return speaker;
    }

    public long startMs() {
        return startMs;
    }

    public short[] samples() {
        return samples;
    }

    @Override
    public String toString() {
        return speaker + " on channel " + channel + " at " + startMs + " ms, " + samples.length + " samples";
    }
}
