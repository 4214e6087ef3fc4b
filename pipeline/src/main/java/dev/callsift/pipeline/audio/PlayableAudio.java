package dev.callsift.pipeline.audio;

import dev.callsift.pipeline.recording.RecordingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;

/**
 * Gives every browser something it can play and can jump in to the exact second. Stateless and safe for use by several
 * threads.
 */
public final class PlayableAudio {

    /** What Chrome, Firefox and Safari all play. Not Opus and not AMR: Safari or all of them refuse it. */
    private static final Set<String> PLAYED = Set.of("wav/pcm_s16le", "wav/pcm_u8", "mp3/mp3", "flac/flac", "mp4/aac");

    private static final int HIGHEST_RATE = 16_000;

    private PlayableAudio() {}

    /**
     * Whether a recording can be served as it is. If not, {@link #transcode} it.
     *
     * @throws dev.callsift.pipeline.recording.RecordingFaultException when it cannot be opened as audio
     */
    public static boolean playable(RecordingKey key, Path file) {
        FileStart start = FileStart.of(key, file);
        try (AudioDecoder decoder = AudioDecoder.open(key, file, own -> own)) {
            String format = decoder.format();
            boolean exact = !start.lengthUnknown() && !(format.equals("mp3/mp3") && start.variableBitRate());
            return exact && decoder.channels() <= 2 && PLAYED.contains(format);
        }
    }

    /**
     * Writes a recording as WAV with 16-bit samples, its channels kept, at its own rate but at most 16 kHz. Memory does not
     * grow with its length. The file appears whole or not at all.
     *
     * @throws dev.callsift.pipeline.recording.RecordingFaultException when nothing can be decoded from it
     */
    public static void transcode(RecordingKey key, Path in, Path outWav) {
        Path part = outWav.resolveSibling(outWav.getFileName() + ".part");
        try {
            try {
                write(key, in, part);
                Files.move(part, outWav, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(key + ": cannot be written as " + outWav + "; check the disk's space", e);
        }
    }

    private static void write(RecordingKey key, Path in, Path part) throws IOException {
        try (AudioDecoder decoder = AudioDecoder.open(key, in, own -> Math.min(own, HIGHEST_RATE));
                WavWriter writer = new WavWriter(part, decoder.channels(), decoder.rate())) {
            short[][] samples = new short[decoder.channels()][];
            for (int count = decoder.next(); count >= 0; count = decoder.next()) {
                for (int channel = 0; channel < samples.length; channel++) {
                    samples[channel] = decoder.samples(channel);
                }
                writer.write(samples, count);
            }
        }
    }
}
