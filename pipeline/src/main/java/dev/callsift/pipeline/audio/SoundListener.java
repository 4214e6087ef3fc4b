package dev.callsift.pipeline.audio;

/** Takes a recording's sound as it is decoded. Confined to one thread; close it. */
interface SoundListener extends AutoCloseable {

    /** Takes what the decoder has decoded last. */
    void listen(AudioDecoder decoder, int count) throws InterruptedException;

    /** The recording is at its end. */
    void finish() throws InterruptedException;

    /** How much was handed on, summed over the channels. */
    long speechMs();

    /** What there was to hear, as one clause. */
    String heard();

    @Override
    void close();
}
