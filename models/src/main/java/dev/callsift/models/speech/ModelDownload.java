package dev.callsift.models.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Brings an archive to disk, however often the connection breaks; what is there already is not fetched again. */
final class ModelDownload {

    /** Progress that makes up for the failures before it. */
    private static final long NOTABLE = ByteSize.MIB;

    private static final long LONGEST = 20 * ByteSize.GIB;

    private final HttpRequests http;
    private final Patience patience;

    ModelDownload(HttpClient client, Patience patience) {
        this.http = new HttpRequests(client, patience);
        this.patience = patience;
    }

    /**
     * Blocks until the whole archive is in {@code part}.
     *
     * @param expected the archive's size, or −1 when unknown
     * @throws SpeechModelException when the server refuses, keeps failing, or the disk is full; what came stays in
     *     {@code part} for the next time
     */
    void download(URI from, Path part, long expected, DownloadProgress progress) {
        int failures = 0;
        while (true) {
            long before = size(part);
            try {
                attempt(from, part, expected, progress);
                return;
            } catch (IOException e) {
                failures = size(part) - before >= NOTABLE ? 1 : failures + 1;
                giveUpOrWait(from, failures, e, progress);
            }
        }
    }

    private void giveUpOrWait(URI from, int failures, IOException cause, DownloadProgress progress) {
        if (failures >= patience.attempts()) {
            throw new SpeechModelException(
                    from + ": the download failed " + failures + " times, last because of: "
                            + HttpRequests.reason(cause)
                            + "; run the command again to continue where it stopped, "
                            + "or take the archive from elsewhere with --from FILE|URL",
                    cause);
        }
        progress.note("the download broke (" + HttpRequests.reason(cause) + "), trying again");
        try {
            Thread.sleep(patience.pauseAfter(failures));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SpeechModelException(from + ": the download was interrupted; run the command again", e);
        }
    }

    private void attempt(URI from, Path part, long expected, DownloadProgress progress) throws IOException {
        ResumePoint point = ResumePoint.read(part, from);
        if (point.offset() > 0 && point.offset() == expected) {
            return;
        }
        HttpResponse<InputStream> response = http.get(from, point::apply);
        try (InputStream body = response.body()) {
            switch (response.statusCode()) {
                case 200 -> {
                    restart(from, part, response);
                    receive(response, body, part, 0, expected, progress);
                }
                case 206 -> {
                    requireContinuation(response, part, point.offset());
                    receive(response, body, part, point.offset(), expected, progress);
                }
                case 416 -> requireComplete(response, part, point.offset());
                default -> throw http.refusal(from, response.statusCode());
            }
        }
    }

    private static void restart(URI from, Path part, HttpResponse<?> response) throws IOException {
        try {
            ResumePoint.write(part, from, response.headers());
            Files.newOutputStream(part).close();
        } catch (IOException e) {
            throw ModelCache.cannotWrite(part, e);
        }
    }

    private static void requireContinuation(HttpResponse<?> response, Path part, long offset) throws IOException {
        String range = response.headers().firstValue("Content-Range").orElse("");
        if (!range.startsWith("bytes " + offset + "-")) {
            ResumePoint.forget(part);
            throw new IOException("the server continued at '" + range + "' instead of byte " + offset);
        }
    }

    /** A server says so when asked to continue after the last byte; otherwise what is here is not what it has. */
    private static void requireComplete(HttpResponse<?> response, Path part, long offset) throws IOException {
        String range = response.headers().firstValue("Content-Range").orElse("");
        if (!range.equals("bytes */" + offset)) {
            ResumePoint.forget(part);
            throw new IOException("the server has another file now");
        }
    }

    private void receive(
            HttpResponse<?> response,
            InputStream body,
            Path part,
            long offset,
            long expected,
            DownloadProgress progress)
            throws IOException {
        long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        long total = expected >= 0 || length < 0 ? expected : offset + length;
        long limit = expected >= 0 ? expected : LONGEST;
        long done = offset;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream file = open(part);
                StallGuard guard = new StallGuard(body, patience.stall())) {
            for (int n = read(body, buffer, guard); n >= 0; n = read(body, buffer, guard)) {
                done += n;
                requireWithin(done, limit, part, response.uri());
                write(file, buffer, n, part);
                progress.downloaded(done, total);
            }
        }
        if (length >= 0 && done - offset < length) {
            throw new IOException("the connection ended after " + done + " of " + (offset + length) + " bytes");
        }
    }

    private int read(InputStream body, byte[] buffer, StallGuard guard) throws IOException {
        try {
            int n = body.read(buffer);
            guard.alive();
            if (n >= 0 || !guard.stalled()) {
                return n;
            }
        } catch (IOException e) {
            if (!guard.stalled()) {
                throw e;
            }
        }
        throw new IOException("no byte came for " + patience.stall());
    }

    private static void requireWithin(long done, long limit, Path part, URI from) throws IOException {
        if (done > limit) {
            ResumePoint.forget(part);
            throw new SpeechModelException(
                    from + ": is longer than the " + limit
                            + " bytes it should have; it is another file: take the archive from elsewhere with --from FILE|URL");
        }
    }

    private static OutputStream open(Path part) {
        try {
            return Files.newOutputStream(part, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw ModelCache.cannotWrite(part, e);
        }
    }

    private static void write(OutputStream file, byte[] buffer, int count, Path part) {
        try {
            file.write(buffer, 0, count);
        } catch (IOException e) {
            throw ModelCache.cannotWrite(part, e);
        }
    }

    private static long size(Path part) {
        try {
            return Files.size(part);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw ModelFolder.unreadable(part, e);
        }
    }
}
