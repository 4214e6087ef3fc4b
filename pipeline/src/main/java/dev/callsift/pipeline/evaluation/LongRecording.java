package dev.callsift.pipeline.evaluation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Makes a long recording of a short one by playing it over and over. */
final class LongRecording {

    private static final int HEADER = 44;

    private LongRecording() {}

    /**
     * @param wav a WAV file of 16-bit PCM with the plain 44-byte header
     * @param length at least this long; under 2^31 bytes
     */
    static void write(Path wav, Duration length, Path target) throws IOException {
        byte[] content = Files.readAllBytes(wav);
        ByteBuffer header = ByteBuffer.wrap(content, 0, HEADER).order(ByteOrder.LITTLE_ENDIAN);
        int bytesPerSecond = header.getInt(28);
        int body = content.length - HEADER;
        long repeats = Math.ceilDiv(length.toSeconds() * bytesPerSecond, (long) body);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            out.write(header(content, Math.toIntExact(repeats * body)));
            for (long i = 0; i < repeats; i++) {
                out.write(content, HEADER, body);
            }
        }
    }

    private static byte[] header(byte[] content, int dataBytes) {
        String data = new String(content, 36, 4, StandardCharsets.US_ASCII);
        if (!data.equals("data")) {
            throw new IllegalArgumentException("a plain WAV header has its data at byte 36, not '" + data + "'");
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(content, 0, HEADER);
        header.putInt(4, dataBytes + HEADER - 8);
        header.putInt(40, dataBytes);
        return header.array();
    }
}
