package dev.callsift.ui;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A recording for the sample calls: two quiet tones, as long as the calls say they are. */
final class SampleSound {

    private static final int RATE = 8_000;
    private static final int HEADER = 44;

    private SampleSound() {}

    static byte[] wav(long durationMs, int channels) {
        int frames = Math.toIntExact(durationMs * RATE / 1_000);
        int data = frames * channels * Short.BYTES;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + data).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER - 8 + data).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) channels).putInt(RATE).putInt(RATE * channels * Short.BYTES);
        wav.putShort((short) (channels * Short.BYTES))
                .putShort((short) 16)
                .put(ascii("data"))
                .putInt(data);
        for (int frame = 0; frame < frames; frame++) {
            for (int channel = 0; channel < channels; channel++) {
                double turn = 2 * Math.PI * (220 + 110 * channel) * frame / RATE;
                wav.putShort((short) (800 * Math.sin(turn)));
            }
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
