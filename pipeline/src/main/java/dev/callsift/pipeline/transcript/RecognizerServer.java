package dev.callsift.pipeline.transcript;

import dev.callsift.pipeline.audio.ChannelAssignment;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.transcript.MessageCodec.RubbishException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The child's side of the protocol: takes requests, runs each on a decoding thread of its own, and answers. */
final class RecognizerServer {

    static final int ENDED = 0;
    /** Something happened here that must not; the parent treats it like any other death. */
    static final int FAILED = 70;

    private final MessageCodec codec;
    private final Map<Long, Thread> running = new ConcurrentHashMap<>();

    RecognizerServer(MessageCodec codec) {
        this.codec = codec;
    }

    /** Serves until the parent closes the connection; returns the exit code. */
    int serve() {
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> fail(e));
        try {
            if (codec.read().orElse(null) instanceof Message.Open open) {
                return open(open);
            }
            return FAILED;
        } catch (IOException | RubbishException | RuntimeException e) {
            e.printStackTrace();
            return FAILED;
        }
    }

    private int open(Message.Open open) throws IOException, RubbishException {
        if (open.protocol() != Message.PROTOCOL) {
            codec.write(new Message.Unusable("the recognizer speaks protocol " + Message.PROTOCOL + ", not "
                    + open.protocol() + "; start both from the same callsift.jar"));
            return ENDED;
        }
        Ears ears;
        try {
            ears = Ears.open(open);
        } catch (IOException | UnsatisfiedLinkError e) {
            codec.write(new Message.Unusable(String.valueOf(e.getMessage())));
            return ENDED;
        }
        codec.write(new Message.Ready(Message.PROTOCOL));
        return answer(ears);
    }

    private int answer(Ears ears) throws IOException, RubbishException {
        for (Optional<Message> next = codec.read(); next.isPresent(); next = codec.read()) {
            switch (next.get()) {
                case Message.Recognize request -> start(ears, request);
                case Message.Cancel cancel -> cancel(cancel.id());
                case Message.Open open -> throw new IOException("opened twice: " + open);
                case Message.ToParent wrong -> throw new IOException("not for the child: " + wrong);
            }
        }
        return ENDED;
    }

    private void start(Ears ears, Message.Recognize request) {
        Thread thread = new Thread(() -> run(ears, request), "decode-" + request.id());
        thread.setDaemon(true);
        running.put(request.id(), thread);
        thread.start();
    }

    private void run(Ears ears, Message.Recognize request) {
        try {
            ears.hear(
                    request.id(),
                    new RecordingKey(request.key()),
                    Path.of(request.file()),
                    new ChannelAssignment(request.agent(), request.customer(), request.explicit()),
                    codec);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // cancelled: nobody waits for an answer
        } catch (IOException e) {
            fail(e);
        } finally {
            running.remove(request.id());
        }
    }

    private void cancel(long id) {
        Thread thread = running.get(id);
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** After a surprise nothing here can be trusted, so the parent gets a fresh child. */
    private static void fail(Throwable e) {
        e.printStackTrace();
        System.err.println(e); // once more at the end, where the parent looks
        Runtime.getRuntime().halt(FAILED);
    }
}
