package dev.callsift.pipeline.evaluation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a folder of many small recordings, for measuring what a run over a store costs that has nothing new. */
public final class ListingBenchmark {

    private static final int RATE = 8_000;
    private static final int HEADER = 44;

    private ListingBenchmark() {}

    /** Writes recordings of one second each, all different and all silent, so that a first run holds them back quickly. */
    public static void fill(Path folder, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve("2026-11-" + (10 + i % 10)).resolve("call-" + i + ".wav");
            Files.createDirectories(file.getParent());
            Files.write(file, silence(i));
        }
    }

    private static byte[] silence(int number) {
        ByteBuffer wav = ByteBuffer.allocate(HEADER + 2 * RATE).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER + 2 * RATE - 8);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1)
                .putShort((short) 1)
                .putInt(RATE)
                .putInt(2 * RATE)
                .putShort((short) 2)
                .putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * RATE);
        wav.putInt(number & 0x0003_0003); // inaudible, and makes each file another one
        wav.putShort((short) (number >> 2 & 3))
                .putShort((short) (number >> 4 & 3))
                .putShort((short) (number >> 6 & 3));
        wav.putShort((short) (number >> 8 & 3)).putShort((short) (number >> 10 & 3));
        return wav.array();
    }
}
