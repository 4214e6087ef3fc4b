package dev.callsift.pipeline.transcript;

import dev.callsift.pipeline.audio.Speaker;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A recording the child was asked for: what it has said about it so far, and how it ends. Safe for use by several threads. */
final class PendingRecording {

    private final long id;
    private final List<Message.Segment> segments = new ArrayList<>();
    private final CompletableFuture<Message.Answer> end = new CompletableFuture<>();
    private final Map<Integer, Loudness> peaks = new TreeMap<>();
    private volatile long positionMs;

    /** What was told of one channel; 20 bytes for each second. */
    private static final class Loudness {
        private final Speaker speaker;
        private final ByteArrayOutputStream values = new ByteArrayOutputStream();

        Loudness(Speaker speaker) {
            this.speaker = speaker;
        }
    }

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
            case Message.Peaks chunk -> {
                synchronized (segments) {
                    peaks.computeIfAbsent(chunk.channel(), channel -> new Loudness(chunk.speaker()))
                            .values
                            .writeBytes(chunk.bytes());
                }
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

    /** By channel. */
    List<Waveform.Lane> peaks() {
        synchronized (segments) {
            return peaks.entrySet().stream()
                    .map(lane -> new Waveform.Lane(
                            lane.getKey(),
                            lane.getValue().speaker,
                            Base64.getEncoder()
                                    .encodeToString(lane.getValue().values.toByteArray())))
                    .toList();
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
