package dev.callsift.pipeline.audio;

/** Takes what the audio stage finds, as it finds it, on the reading thread. A sink that blocks slows the reading down. */
@FunctionalInterface
public interface SegmentSink {

    /**
     * Takes one stretch of speech. Of one channel they come in the order of time; those of two channels are interleaved as
     * they end.
     *
     * @throws InterruptedException when the run is being stopped; reading ends with it
     */
    void accept(SpeechSegment segment) throws InterruptedException;

    /**
     * Told about every second of sound, so that a watcher can tell slow from stuck.
     *
     * @param decodedMs sound decoded so far, in milliseconds
     * @param expectedMs what the header promises, in milliseconds; 0 when it says nothing
     */
    default void progress(long decodedMs, long expectedMs) {}

    /** What one value of {@link #peaks} stands for, in milliseconds. */
    int PEAK_MS = 50;

    /**
     * Told how loud a channel is, chunk by chunk; of one channel they come in the order of time, without gaps.
     *
     * @param values the largest sample, without its sign, of each {@value #PEAK_MS} ms: unsigned bytes, 255 is full scale; handed over
     * @throws InterruptedException when the run is being stopped; reading ends with it
     */
    default void peaks(int channel, Speaker speaker, byte[] values) throws InterruptedException {}
}
