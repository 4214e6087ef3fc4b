package dev.callsift.pipeline.audio;

import dev.callsift.pipeline.recording.RecordingKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Sounds to put recordings together from: 8 kHz, one channel, levels in dB below full scale. */
final class Sound {

    static final int RATE = 8_000;
    private static final double FULL_SCALE = 32_767;

    private final short[] samples;

    private Sound(short[] samples) {
        this.samples = samples;
    }

    static Sound silence(int ms) {
        return new Sound(new short[ms * RATE / 1_000]);
    }

    static Sound tone(int ms, double level, double... hertz) {
        return of(
                ms,
                i -> Arrays.stream(hertz)
                        .map(f -> Math.sin(2 * Math.PI * f * i / RATE))
                        .sum(),
                level);
    }

    static Sound noise(int ms, double level) {
        Random random = new Random(7);
        return of(ms, i -> random.nextGaussian(), level);
    }

    /** Noise with the colour of a room or a line: most of it low. */
    static Sound rumble(int ms, double level) {
        Random random = new Random(11);
        double[] last = {0};
        return of(ms, i -> last[0] = 0.9 * last[0] + random.nextGaussian(), level);
    }

    /** A voice from the demonstration recordings, agent and customer: clean 16-bit PCM, several turns with pauses. */
    static Sound[] conversation() throws IOException {
        try (AudioDecoder decoder = AudioDecoder.open(new RecordingKey("conversation"), DemoCalls.cleanest(), RATE)) {
            Sound[] channels = {new Sound(new short[0]), new Sound(new short[0])};
            for (int count = decoder.next(); count >= 0; count = decoder.next()) {
                for (int channel = 0; channel < channels.length; channel++) {
                    channels[channel] =
                            channels[channel].then(new Sound(Arrays.copyOf(decoder.samples(channel), count)));
                }
            }
            return channels;
        }
    }

    private static Sound of(int ms, IntToDoubleFunction wave, double level) {
        double[] values =
                IntStream.range(0, ms * RATE / 1_000).mapToDouble(wave).toArray();
        double rms = Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElseThrow());
        double gain = FULL_SCALE * Math.pow(10, level / 20) / rms;
        return new Sound(shorts(Arrays.stream(values).map(v -> v * gain).toArray()));
    }

    private static short[] shorts(double[] values) {
        short[] samples = new short[values.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.max(-32_768, Math.min(32_767, Math.round(values[i])));
        }
        return samples;
    }

    Sound then(Sound next) {
        short[] all = Arrays.copyOf(samples, samples.length + next.samples.length);
        System.arraycopy(next.samples, 0, all, samples.length, next.samples.length);
        return new Sound(all);
    }

    Sound times(int count) {
        Sound all = this;
        for (int i = 1; i < count; i++) {
            all = all.then(this);
        }
        return all;
    }

    /** Both at once, as long as this one. */
    Sound with(Sound other) {
        return new Sound(shorts(IntStream.range(0, samples.length)
                .mapToDouble(i -> samples[i] + (i < other.samples.length ? other.samples[i] : 0))
                .toArray()));
    }

    Sound louder(double decibels) {
        double gain = Math.pow(10, decibels / 20);
        return new Sound(shorts(IntStream.range(0, samples.length)
                .mapToDouble(i -> samples[i] * gain)
                .toArray()));
    }

    /** The part between two times. */
    Sound part(int fromMs, int toMs) {
        return new Sound(Arrays.copyOfRange(samples, fromMs * RATE / 1_000, toMs * RATE / 1_000));
    }

    /** The first samples only. */
    Sound samples(int count) {
        return new Sound(Arrays.copyOf(samples, count));
    }

    /** The level of its louder moments, in dB: of its blocks of 20 ms, the one that nine in ten do not reach. */
    double level() {
        double[] blocks = IntStream.range(0, samples.length / 160)
                .mapToDouble(b -> IntStream.range(b * 160, b * 160 + 160)
                        .mapToDouble(i -> samples[i] * samples[i])
                        .average()
                        .orElseThrow())
                .sorted()
                .toArray();
        return 10 * Math.log10(blocks[blocks.length * 9 / 10] / (FULL_SCALE * FULL_SCALE));
    }

    int ms() {
        return samples.length * 1_000 / RATE;
    }

    /** Writes a recording with one sound per channel, all equally long. */
    static Path write(Path file, Sound... channels) throws IOException {
        return write(file, 1, channels);
    }

    /** The same over and over. */
    static Path write(Path file, int repetitions, Sound... channels) throws IOException {
        try (WavWriter writer = new WavWriter(file, channels.length, RATE)) {
            for (int i = 0; i < repetitions; i++) {
                writer.write(
                        Arrays.stream(channels).map(sound -> sound.samples).toArray(short[][]::new),
                        channels[0].samples.length);
            }
        }
        return file;
    }
}
