package dev.callsift.models.speech;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One installer of a model at a time, over all processes. The system frees the lock of a process that was killed. */
final class ModelLock {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final FileChannel channel;

    private ModelLock(FileChannel channel) {
        this.channel = channel;
    }

    static ModelLock take(Path file, String name, DownloadProgress progress) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean told = false;
            while (tryLock(channel) == null) {
                if (!told) {
                    progress.note(name + " is being fetched by another callsift, waiting for it");
                    told = true;
                }
                Thread.sleep(PAUSE);
            }
            return new ModelLock(channel);
        } catch (IOException e) {
            throw ModelCache.cannotWrite(file, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SpeechModelException(
                    name + ": waiting for another fetch was interrupted; run the command again", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another thread of this process has it
        }
    }

    /** Closing the channel frees the lock; the file stays, because removing it would let two processes lock two files. */
    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // nothing was written to it, and the system frees the lock in any case
        }
    }
}
