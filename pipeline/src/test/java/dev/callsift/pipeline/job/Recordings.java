package dev.callsift.pipeline.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Makes folders of recordings: demonstration recordings, whole or a few seconds of them, and sounds that nobody made. */
final class Recordings {

    static final Path DEMO = Path.of("demo", "recordings");
    /** 31 s, agent and customer on a channel each; somebody is to be called back after six. */
    static final String CALL_BACK = "asterisk/1794037324.1247.wav";
    /** 32 s, 24 bit, one channel; somebody asks what happens if they cancel. */
    static final String CANCEL = "asterisk/1794320070.1310.wav";
    /** 39 s, 16 bit, a channel each. */
    static final String KETTLE = "3cx/202/[911000000184]_911000000184-202_20261110110258(1912).wav";
    /** 46 s, one channel. */
    static final String MP3 = "asterisk/1794919166.1466.mp3";

    private static final int DATA_LENGTH_AT = 40;
    private static final int HEADER = 44;

    private final Path folder;

    Recordings(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** A demonstration recording under its own name, its sidecar with it. */
    Recordings with(String demo) throws IOException {
        put(demo, Files.readAllBytes(DEMO.resolve(demo)));
        Path sidecar = DEMO.resolve(demo + ".json");
        if (Files.exists(sidecar)) {
            put(demo + ".json", Files.readAllBytes(sidecar));
        }
        return this;
    }

    /** Some seconds of a demonstration recording; different seconds are different contents. */
    Recordings withCut(String key, String demo, int fromSecond, int seconds) throws IOException {
        return with(key, cut(Files.readAllBytes(DEMO.resolve(demo)), fromSecond, seconds));
    }

    Recordings with(String key, byte[] content) throws IOException {
        put(key, content);
        return this;
    }

    Path file(String key) {
        return folder.resolve(key);
    }

    private void put(String key, byte[] content) throws IOException {
        Path file = file(key);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    static byte[] demo(String demo) throws IOException {
        return Files.readAllBytes(DEMO.resolve(demo));
    }

    /** A part of a WAV file, its header kept but for the length of the data. */
    static byte[] cut(byte[] wav, int fromSecond, int seconds) {
        int data = new String(wav, StandardCharsets.ISO_8859_1).indexOf("data") + 8;
        int perSecond = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).getInt(28);
        int from = data + fromSecond * perSecond;
        byte[] cut = Arrays.copyOf(wav, data + seconds * perSecond);
        System.arraycopy(wav, from, cut, data, seconds * perSecond);
        ByteBuffer.wrap(cut).order(ByteOrder.LITTLE_ENDIAN).putInt(data - 4, seconds * perSecond);
        return cut;
    }

    /** Sixteen-bit PCM with the same on every channel. */
    static byte[] wav(int rate, int channels, int samples, IntUnaryOperator wave) {
        int length = 2 * channels * samples;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + length);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) channels).putInt(rate).putInt(2 * channels * rate);
        wav.putShort((short) (2 * channels)).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        for (int i = 0; i < samples; i++) {
            short sample = (short) wave.applyAsInt(i);
            for (int channel = 0; channel < channels; channel++) {
                wav.putShort(sample);
            }
        }
        return wav.array();
    }

    /** The first channel of a 16-bit WAV with a plain header, as another rate and number of channels. */
    static byte[] converted(byte[] wav, int times, int channels) {
        ByteBuffer source = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        int step = source.getShort(32);
        int samples = (wav.length - HEADER) / step;
        return wav(
                source.getInt(24) * times, channels, samples * times, i -> source.getShort(HEADER + i / times * step));
    }

    /** With another length of the data in the header than there is. */
    static byte[] lying(byte[] wav) {
        byte[] lie = wav.clone();
        ByteBuffer.wrap(lie).order(ByteOrder.LITTLE_ENDIAN).putInt(DATA_LENGTH_AT, 0x7fff_ffff);
        return lie;
    }
}
