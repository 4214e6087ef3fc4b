package dev.callsift.models.speech;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How much of a download is on disk, and the server's mark of what it was the beginning of. Without such a mark, or from
 * another address, a beginning is not continued: two versions glued together are worse than a second download.
 */
record ResumePoint(long offset, String validator) {

    private static final ResumePoint START = new ResumePoint(0, "");

    static ResumePoint read(Path part, URI from) throws IOException {
        Path state = stateOf(part);
        if (!Files.exists(part) || !Files.exists(state)) {
            return START;
        }
        List<String> lines = Files.readAllLines(state, StandardCharsets.UTF_8);
        boolean same = lines.size() == 2 && lines.getFirst().equals(from.toString());
        return same ? new ResumePoint(Files.size(part), lines.get(1)) : START;
    }

    /** Remembers what the bytes that follow belong to; to be called before the first of them is written. */
    static void write(Path part, URI from, HttpHeaders headers) throws IOException {
        Path state = stateOf(part);
        Files.deleteIfExists(state);
        Optional<String> strong = headers.firstValue("ETag").filter(tag -> !tag.startsWith("W/"));
        Optional<String> validator = strong.or(() -> headers.firstValue("Last-Modified"));
        if (validator.isPresent()) {
            Files.writeString(state, from + "\n" + validator.get() + "\n", StandardCharsets.UTF_8);
        }
    }

    static void forget(Path part) throws IOException {
        Files.deleteIfExists(stateOf(part));
        Files.deleteIfExists(part);
    }

    void apply(HttpRequest.Builder request) {
        if (offset > 0) {
            request.header("Range", "bytes=" + offset + "-").header("If-Range", validator);
        }
    }

    private static Path stateOf(Path part) {
        return part.resolveSibling(part.getFileName() + ".from");
    }
}
