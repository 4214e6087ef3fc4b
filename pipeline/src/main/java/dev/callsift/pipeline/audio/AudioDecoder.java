package dev.callsift.pipeline.audio;

import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.recording.RecordingKey;
import java.nio.file.Path;
import java.util.function.IntUnaryOperator;

/**
 * Decodes one recording into 16-bit samples per channel, a frame at a time, so that its memory does not depend on the
 * recording's length. Confined to one thread; close it.
 */
final class AudioDecoder implements AutoCloseable {

    private static final int MIN_RATE = 4_000;
    private static final int MAX_RATE = 384_000;
    private static final int MAX_CHANNELS = 64;

    private final AudioInput input;
    private final FrameReader frames;
    private final SampleConverter converter;
    private final int channels;
    private final int recordingRate;
    private final int rate;
    private long decoded;
    private boolean frameWaiting = true;
    private boolean ended;

    private AudioDecoder(RecordingKey key, AudioInput input, FrameReader frames, IntUnaryOperator wantedRate) {
        this.input = input;
        this.frames = frames;
        if (!frames.next()) {
            throw nothing(key);
        }
        this.channels = frames.frame().ch_layout().nb_channels();
        this.recordingRate = frames.frame().sample_rate();
        if (recordingRate < MIN_RATE || recordingRate > MAX_RATE || channels < 1 || channels > MAX_CHANNELS) {
            throw new RecordingFaultException(
                    key,
                    QuarantineReason.BROKEN,
                    "its header claims " + recordingRate + " Hz and " + channels + " channels");
        }
        this.rate = wantedRate.applyAsInt(recordingRate);
        this.converter = new SampleConverter(channels, rate);
    }

    /**
     * Opens a recording and decodes its first sound.
     *
     * @param wantedRate the rate of the samples given out, in Hz
     * @throws RecordingFaultException when the file is no audio, is damaged from its start, or holds no sound
     */
    static AudioDecoder open(RecordingKey key, Path file, int wantedRate) {
        return open(key, file, own -> wantedRate);
    }

    /** The same with the wanted rate found from the recording's own. */
    static AudioDecoder open(RecordingKey key, Path file, IntUnaryOperator wantedRate) {
        AudioInput input = AudioInput.open(key, file);
        FrameReader frames = new FrameReader(input);
        try {
            return new AudioDecoder(key, input, frames, wantedRate);
        } catch (RuntimeException e) {
            frames.close();
            throw e;
        }
    }

    /**
     * Decodes on.
     *
     * @return how many samples each channel has got now, possibly 0; -1 at the end
     */
    int next() {
        if (ended) {
            return -1;
        }
        ended = !frameWaiting && !frames.next();
        frameWaiting = false;
        int samples = converter.convert(ended ? null : frames.frame());
        decoded += samples;
        return samples;
    }

    /** The samples that {@link #next()} decoded; overwritten by the next call of it. */
    short[] samples(int channel) {
        return converter.samples(channel);
    }

    int channels() {
        return channels;
    }

    /** The rate the recording was made at, in Hz. */
    int recordingRate() {
        return recordingRate;
    }

    /** The rate of the samples given out, in Hz. */
    int rate() {
        return rate;
    }

    /** Container and codec, for example {@code wav/pcm_mulaw}. */
    String format() {
        return input.format();
    }

    /** The length the file should have, in milliseconds; 0 when unknown. */
    long expectedMs() {
        return input.expectedMs();
    }

    /** The length the file itself says it has, in milliseconds; 0 when it says nothing. */
    long claimedMs() {
        return input.claimedMs();
    }

    long decodedMs() {
        return decoded * 1_000 / rate;
    }

    /** How often something could not be decoded and was left out. */
    long broken() {
        return frames.broken();
    }

    private RecordingFaultException nothing(RecordingKey key) {
        return frames.broken() > 0
                ? new RecordingFaultException(
                        key, QuarantineReason.BROKEN, "no sound can be decoded from its " + format())
                : new RecordingFaultException(key, QuarantineReason.TOO_SHORT, format() + " without a single sample");
    }

    @Override
    public void close() {
        converter.close();
        frames.close();
    }
}
