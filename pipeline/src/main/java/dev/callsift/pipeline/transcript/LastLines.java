package dev.callsift.pipeline.transcript;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Reads a child's standard error to its end on a thread of its own and keeps the last lines for messages. */
final class LastLines {

    private static final int KEPT = 4;
    private static final int LONGEST = 300;

    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread reader;

    LastLines(InputStream stream, String name) {
        this.reader = Thread.ofPlatform().daemon().name(name).start(() -> read(stream));
    }

    /** What the child said last, once its standard error is at its end or a second has passed. */
    Optional<String> afterEnd() {
        try {
            reader.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (lines) {
            return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(" | ", lines));
        }
    }

    private void read(InputStream stream) {
        try (var text = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                keep(line.strip());
            }
        } catch (IOException e) {
            keep("standard error cannot be read: " + e.getMessage());
        }
    }

    private void keep(String line) {
        if (line.isEmpty() || line.equals("#")) {
            return;
        }
        synchronized (lines) {
            if (lines.size() == KEPT) {
                lines.removeFirst();
            }
            lines.addLast(line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
        }
    }
}
