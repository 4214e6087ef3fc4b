package dev.callsift.models.speech;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Closes a stream on which no byte came for too long, so that the thread that reads it wakes up. */
final class StallGuard implements AutoCloseable {

    private final Closeable stream;
    private final Duration patience;
    private final Thread watcher;
    private volatile long lastByte = System.nanoTime();
    private volatile boolean stalled;

    StallGuard(Closeable stream, Duration patience) {
        this.stream = stream;
        this.patience = patience;
        this.watcher = Thread.ofVirtual().name("stall-guard").start(this::watch);
    }

    void alive() {
        lastByte = System.nanoTime();
    }

    /** Whether the stream ended because this closed it. */
    boolean stalled() {
        return stalled;
    }

    private void watch() {
        try {
            for (long left = left(); left > 0; left = left()) {
                Thread.sleep(Duration.ofNanos(left));
            }
            stalled = true;
            stream.close();
        } catch (InterruptedException e) {
            // the reader is done
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long left() {
        return patience.toNanos() - (System.nanoTime() - lastByte);
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
