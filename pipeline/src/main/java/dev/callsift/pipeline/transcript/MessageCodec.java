package dev.callsift.pipeline.transcript;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Messages to lines and back. Reading is for one thread; writing is safe for several, a line is never torn. */
final class MessageCodec {

    /** The words of a segment, which lasts under a minute, need a few kilobytes. */
    static final int MAX_LINE = 1 << 20;

    private static final int SHOWN = 120;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectReader READER = JSON.readerFor(Message.class);
    private static final ObjectWriter WRITER = JSON.writerFor(Message.class);

    private final InputStream in;
    private final OutputStream out;
    private byte[] line = new byte[8_192];

    MessageCodec(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** A line that is no message. */
    static final class RubbishException extends Exception {
        RubbishException(String detail) {
            super(detail);
        }
    }

    /** The next message; empty at the end of the stream. */
    Optional<Message> read() throws IOException, RubbishException {
        int length = readLine();
        if (length < 0) {
            return Optional.empty();
        }
        try {
            Message message = READER.readValue(line, 0, length);
            if (message == null) {
                throw new RubbishException("'null'");
            }
            return Optional.of(message);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new RubbishException("'" + shown(length) + "'");
        }
    }

    void write(Message message) throws IOException {
        byte[] json = WRITER.writeValueAsBytes(message);
        byte[] whole = Arrays.copyOf(json, json.length + 1);
        whole[json.length] = '\n';
        synchronized (out) {
            out.write(whole);
            out.flush();
        }
    }

    private int readLine() throws IOException, RubbishException {
        int length = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return length == 0 ? -1 : length;
            }
            if (length == MAX_LINE) {
                throw new RubbishException("a line of more than " + MAX_LINE + " bytes, '" + shown(length) + "'");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, 2 * length);
            }
            line[length++] = (byte) next;
        }
        return length;
    }

    private String shown(int length) {
        String start = new String(line, 0, Math.min(length, SHOWN), StandardCharsets.UTF_8);
        return start.replaceAll("[\\p{Cntrl}\uFFFD]", "?") + (length > SHOWN ? "…" : "");
    }
}
