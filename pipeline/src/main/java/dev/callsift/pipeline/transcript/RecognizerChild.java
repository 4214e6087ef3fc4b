package dev.callsift.pipeline.transcript;

import dev.callsift.models.speech.SpeechModelException;
import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.transcript.MessageCodec.RubbishException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One child process and the conversation with it. It fails at most once, for good: it dies, is killed, or says what is no
 * message; all recordings in flight then fail with it. Safe for use by several threads.
 */
final class RecognizerChild implements AutoCloseable {

    private static final long FAREWELL_SECONDS = 2;

    private final Process process;
    private final MessageCodec codec;
    private final LastLines lastLines;
    private final ChildGreeting greeting = new ChildGreeting();
    private final Map<Long, PendingRecording> pending = new ConcurrentHashMap<>();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicReference<@Nullable ChildFailedException> failure = new AtomicReference<>();

    /**
     * Starts a process and begins to listen to it.
     *
     * @throws SpeechModelException when it cannot be started
     */
    RecognizerChild(ChildCommand command) {
        try {
            this.process = command.start();
        } catch (IOException e) {
            throw new SpeechModelException(
                    "the speech recognizer's process cannot be started (" + e.getMessage()
                            + "); check memory, the limit of processes, and the Java installation",
                    e);
        }
        this.codec = new MessageCodec(new BufferedInputStream(process.getInputStream()), process.getOutputStream());
        this.lastLines = new LastLines(process.getErrorStream(), "recognizer-errors-" + process.pid());
        Thread.ofPlatform().daemon().name("recognizer-" + process.pid()).start(this::listen);
    }

    /**
     * Sends the first line and waits until the model is loaded.
     *
     * @throws SpeechModelException when the child cannot use the model, or dies before a recording was given to it
     */
    void open(Message.Open open, Deadline limit) throws InterruptedException {
        try {
            send(open);
            greeting.await(open, limit, lastLines);
        } catch (InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Asks for a recording. */
    PendingRecording ask(LongFunction<Message.Recognize> request) {
        var recording = new PendingRecording(asked.incrementAndGet());
        pending.put(recording.id(), recording);
        send(request.apply(recording.id()));
        ChildFailedException failed = failure.get();
        if (failed != null) {
            recording.fail(failed);
        }
        return recording;
    }

    /**
     * Waits until the child has done a recording, or kills the child when that takes too long.
     *
     * @throws ChildFailedException when the child is gone
     * @throws InterruptedException when the caller is stopped; the child is told and goes on with the others
     */
    Message.Answer await(PendingRecording recording, Deadline deadline)
            throws InterruptedException, ChildFailedException {
        long begun = System.nanoTime();
        try {
            while (true) {
                long allowed = deadline.nanos(recording.positionMs());
                long left = allowed - (System.nanoTime() - begun);
                if (left <= 0) {
                    fail(tooSlow(recording, allowed));
                }
                try {
                    return recording.await(Math.max(left, 1));
                } catch (TimeoutException e) {
                    // It may have come further meanwhile, and be allowed more.
                }
            }
        } catch (InterruptedException e) {
            send(new Message.Cancel(recording.id()));
            throw e;
        } finally {
            pending.remove(recording.id());
        }
    }

    boolean failed() {
        return failure.get() != null;
    }

    /** How many recordings it was ever asked for. */
    long asked() {
        return asked.get();
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** Asks the child to end by closing its input, and sees to it that it does. */
    @Override
    public void close() {
        failure.compareAndSet(
                null, new ChildFailedException(QuarantineReason.RECOGNIZER_CRASH, "the recognizer was closed"));
        try {
            process.getOutputStream().close();
            if (!process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        end();
    }

    private void listen() {
        try {
            for (Optional<Message> next = codec.read(); next.isPresent(); next = codec.read()) {
                take(next.get());
            }
            fail(dead());
        } catch (RubbishException e) {
            fail(crash("the recognizer printed what is no message, " + e.getMessage()));
        } catch (IOException e) {
            fail(dead());
        }
    }

    private void take(Message message) throws RubbishException {
        switch (message) {
            case Message.Ready ready -> greeting.complete(ready);
            case Message.Unusable unusable -> greeting.complete(unusable);
            case Message.Answer answer -> take(answer);
            case Message.ToChild wrong -> throw new RubbishException("a request: " + wrong);
        }
    }

    private void take(Message.Answer answer) throws RubbishException {
        if (answer.id() < 1 || answer.id() > asked.get()) {
            throw new RubbishException("an answer nobody asked for: " + answer);
        }
        PendingRecording recording = pending.get(answer.id());
        if (recording != null) { // else it was cancelled
            recording.take(answer);
        }
    }

    private void send(Message message) {
        try {
            codec.write(message);
        } catch (IOException e) {
            // A child that does not listen is dead or dying; the listening thread sees it end and says how.
            process.destroyForcibly();
        }
    }

    private void fail(ChildFailedException why) {
        failure.compareAndSet(null, why);
        process.destroyForcibly();
        end();
    }

    private void end() {
        ChildFailedException why = failure.get();
        if (why != null) {
            greeting.fail(why);
            pending.values().forEach(recording -> recording.fail(why));
        }
    }

    private ChildFailedException dead() {
        try {
            if (!process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                return crash("the recognizer closed its output");
            }
            return crash("the recognizer " + ExitStatus.describe(process.exitValue()));
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the listening thread", e);
        }
    }

    private ChildFailedException crash(String what) {
        return new ChildFailedException(
                QuarantineReason.RECOGNIZER_CRASH,
                what + lastLines.afterEnd().map(said -> ", saying: " + said).orElse(""));
    }

    private static ChildFailedException tooSlow(PendingRecording recording, long allowedNanos) {
        return new ChildFailedException(
                QuarantineReason.RECOGNIZER_TIMEOUT,
                "stopped after " + TimeUnit.NANOSECONDS.toSeconds(allowedNanos) + " s, "
                        + TimeUnit.MILLISECONDS.toSeconds(recording.positionMs()) + " s into the recording");
    }
}
