package dev.callsift.pipeline.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes 16-bit PCM as a WAV file while it comes; the header's lengths are put in on closing. */
final class WavWriter implements AutoCloseable {

    private static final int HEADER = 44;
    private static final int BUFFER = 1 << 16;
    private static final long LARGEST = 0xffff_ffffL;

    private final FileChannel file;
    private final int channels;
    private final int rate;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private long written;

    WavWriter(Path path, int channels, int rate) throws IOException {
        this.file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        this.channels = channels;
        this.rate = rate;
        file.position(HEADER);
    }

    /** @param samples by channel; the first {@code count} of each are written */
    void write(short[][] samples, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            if (buffer.remaining() < channels * Short.BYTES) {
                drain();
            }
            for (int channel = 0; channel < channels; channel++) {
                buffer.putShort(samples[channel][i]);
            }
        }
    }

    private void drain() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            written += file.write(buffer);
        }
        buffer.clear();
    }

    private ByteBuffer header() {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        int frame = channels * Short.BYTES;
        put(header, "RIFF").putInt((int) Math.min(LARGEST, written + HEADER - 8));
        put(header, "WAVE");
        put(header, "fmt ").putInt(16).putShort((short) 1).putShort((short) channels);
        header.putInt(rate).putInt(rate * frame).putShort((short) frame).putShort((short) Short.SIZE);
        put(header, "data").putInt((int) Math.min(LARGEST, written));
        return header.flip();
    }

    private static ByteBuffer put(ByteBuffer header, String name) {
        return header.put(name.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        try (file) {
            drain();
            ByteBuffer header = header();
            for (int at = 0; header.hasRemaining(); ) {
                at += file.write(header, at);
            }
        }
    }
}
