package dev.callsift.pipeline.recording;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The name of a recording in its store, exactly as the store spells it: any characters, spaces, emoji and line breaks
 * included. It is never used as a path on this machine; {@link #id()} is.
 */
public record RecordingKey(String value) implements Comparable<RecordingKey> {

    private static final int ID_LENGTH = 16;

    public RecordingKey {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a recording key is not empty");
        }
    }

    /**
     * A short name for the call made of this recording, safe in file names and addresses: the first 16 hexadecimal digits of
     * the key's SHA-256. The same key always has the same id.
     */
    public String id() {
        return DigestUtils.sha256Hex(value).substring(0, ID_LENGTH);
    }

    /** The order in which S3 lists keys: that of their UTF-8 bytes, which differs from Java's for emoji. */
    @Override
    public int compareTo(RecordingKey other) {
        return Arrays.compareUnsigned(
                value.getBytes(StandardCharsets.UTF_8), other.value.getBytes(StandardCharsets.UTF_8));
    }

    /** The key on one line: control characters are shown as escapes, so that no key can forge a line of a log. */
    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder(value.length());
        value.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
