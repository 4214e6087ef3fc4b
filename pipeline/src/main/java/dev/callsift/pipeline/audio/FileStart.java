package dev.callsift.pipeline.audio;

import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.recording.RecordingKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The first bytes of a file, which tell a damaged recording from something else, and a lying WAV header from an honest one. */
final class FileStart {

    private static final int BYTES = 4_096;
    private static final List<String> SIGNATURES =
            List.of("RIFF", "RIFX", "RF64", "riff", "FORM", "ID3", "OggS", "fLaC", "#!AMR", ".snd", "caff");
    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;
    /** In a WAV's format chunk, counted from its length. */
    private static final int BYTES_PER_SECOND_AT = 12;
    /** From here on a length stands for "until I stop". */
    private static final long UNKNOWN_LENGTH = 0x7fff_0000L;

    private final byte[] bytes;
    private final long size;

    private FileStart(byte[] bytes, long size) {
        this.bytes = bytes;
        this.size = size;
    }

    static FileStart of(RecordingKey key, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(BYTES);
            if (bytes.length == 0) {
                throw new RecordingFaultException(key, QuarantineReason.EMPTY, "0 bytes");
            }
            return new FileStart(bytes, Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(key + ": its local copy " + file + " cannot be read", e);
        }
    }

    boolean looksLikeAudio() {
        return SIGNATURES.stream().anyMatch(s -> text(0, s.length()).equals(s))
                || text(4, 4).equals("ftyp")
                || (bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xe0) == 0xe0);
    }

    /** What the file seems to be, for a person who expected a recording. */
    String description() {
        boolean readable = new String(bytes, StandardCharsets.UTF_8)
                .codePoints()
                .allMatch(c -> (c >= ' ' && c != 0x7f && c != 0xfffd) || Character.isWhitespace(c));
        return size + " bytes of " + (readable ? "text" : "unknown content");
    }

    /**
     * Whether a WAV header's data length must not be believed: a recorder that died left it at zero, or the file goes on behind
     * it for longer than it says. What is there is then decoded to the end of the file.
     */
    boolean lengthUnknown() {
        int data = chunk("data");
        long length = Integer.toUnsignedLong(number(data));
        return data > 0 && (length == 0 || size - data - Integer.BYTES - length > length);
    }

    /** The length a WAV header claims, in milliseconds; 0 when it is no WAV, or says in the usual ways that it does not know. */
    long claimedMs() {
        int format = chunk("fmt ");
        int data = chunk("data");
        long length = Integer.toUnsignedLong(number(data));
        long bytesPerSecond = Integer.toUnsignedLong(number(format + BYTES_PER_SECOND_AT));
        return format == 0 || data == 0 || length >= UNKNOWN_LENGTH || bytesPerSecond == 0
                ? 0
                : length * 1_000 / bytesPerSecond;
    }

    /** Where the length of a WAV's chunk stands; 0 when there is none among the first bytes. */
    private int chunk(String name) {
        if (!text(0, 4).equals("RIFF") || !text(8, 4).equals("WAVE")) {
            return 0;
        }
        long at = FIRST_CHUNK;
        while (at + CHUNK_HEADER <= bytes.length && !text((int) at, 4).equals(name)) {
            long length = Integer.toUnsignedLong(number((int) at + 4));
            at += CHUNK_HEADER + length + (length & 1);
        }
        return at + CHUNK_HEADER <= bytes.length ? (int) at + 4 : 0;
    }

    /** Whether an MP3 says that its bit rate varies, so that a browser can only guess where a second lies. */
    boolean variableBitRate() {
        String all = text(0, bytes.length);
        return all.contains("Xing") || all.contains("VBRI");
    }

    private int number(int at) {
        return at + Integer.BYTES > bytes.length
                ? 0
                : ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    private String text(int from, int length) {
        int end = Math.min(bytes.length, from + length);
        return from >= end ? "" : new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    }
}
