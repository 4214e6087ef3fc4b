package dev.callsift.pipeline.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A recording the child was asked for: what it has said about it so far, and how it ends. Safe for use by several threads. */
final class PendingRecording {

    private final long id;
    private final List<Message.Segment> segments = new ArrayList<>();
    private final CompletableFuture<Message.Answer> end = new CompletableFuture<>();
    private volatile long positionMs;

    PendingRecording(long id) {
        this.id = id;
    }

    /** The number it goes by in the conversation with the child. */
    long id() {
        return id;
    }

    void take(Message.Answer answer) {
        switch (answer) {
            case Message.Progress progress -> positionMs = Math.max(positionMs, progress.decodedMs());
            case Message.Segment segment -> {
                synchronized (segments) {
                    segments.add(segment);
                }
                positionMs = Math.max(positionMs, segment.endMs());
            }
            case Message.Recognized recognized -> end.complete(recognized);
            case Message.Refused refused -> end.complete(refused);
        }
    }

    void fail(ChildFailedException failure) {
        end.completeExceptionally(failure);
    }

    /** How far the child says it has come, in milliseconds. */
    long positionMs() {
        return positionMs;
    }

    List<Message.Segment> segments() {
        synchronized (segments) {
            return List.copyOf(segments);
        }
    }

    /** Waits for {@link Message.Recognized} or {@link Message.Refused}. */
    Message.Answer await(long nanos) throws InterruptedException, TimeoutException, ChildFailedException {
        try {
            return end.get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ChildFailedException failure) {
                throw new ChildFailedException(failure.reason(), failure.detail());
            }
            throw new IllegalStateException(e);
        }
    }
}
