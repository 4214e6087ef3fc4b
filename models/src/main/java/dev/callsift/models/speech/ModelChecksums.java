package dev.callsift.models.speech;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The SHA-256 of each file that takes part in recognition, in the order of the paths. The text form is that of {@code
 * sha256sum}, so a person can check a model without callsift, and the model's hash is the SHA-256 of that text:
 * {@code find am conf graph -type f | LC_ALL=C sort | xargs sha256sum | sha256sum}.
 */
record ModelChecksums(SortedMap<String, String> byPath) {

    /** The file in a model's folder that holds the text form. */
    static final String FILE = "SHA256SUMS";

    ModelChecksums {
        byPath = Collections.unmodifiableSortedMap(new TreeMap<>(byPath));
    }

    /** Reads every file. */
    static ModelChecksums of(ModelFolder folder) {
        SortedMap<String, String> sums = new TreeMap<>();
        for (String path : folder.files()) {
            Path file = folder.root().resolve(path);
            try {
                sums.put(path, digest("SHA-256", file));
            } catch (IOException e) {
                throw ModelFolder.unreadable(file, e);
            }
        }
        return new ModelChecksums(sums);
    }

    /** @throws IllegalArgumentException when it is not what {@link #text()} makes */
    static ModelChecksums parse(String text) {
        SortedMap<String, String> sums = new TreeMap<>();
        for (String line : text.lines().toList()) {
            if (!line.matches("[0-9a-f]{64}  .+")) {
                throw new IllegalArgumentException("not a line of " + FILE + ": " + line);
            }
            sums.put(line.substring(66), line.substring(0, 64));
        }
        return new ModelChecksums(sums);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        byPath.forEach((path, sum) -> text.append(sum).append("  ").append(path).append('\n'));
        return text.toString();
    }

    String modelHash() {
        return DigestUtils.sha256Hex(text());
    }

    static String digest(String algorithm, Path file) throws IOException {
        return new DigestUtils(algorithm).digestAsHex(file);
    }
}
