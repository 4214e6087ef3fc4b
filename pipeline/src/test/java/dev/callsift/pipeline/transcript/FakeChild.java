package dev.callsift.pipeline.transcript;

import dev.callsift.pipeline.audio.AudioSummary;
import dev.callsift.pipeline.audio.ChannelLayout;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.recording.QuarantineReason;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A child that recognizes nothing but behaves, or misbehaves, as the recording's key says; the word it hears is the key.
 */
final class FakeChild {

    private static final AudioSummary AUDIO =
            new AudioSummary("wav/fake", 8_000, 1, ChannelLayout.MONO, 1_000, 500, List.of());

    private final MessageCodec codec;

    private FakeChild(MessageCodec codec) {
        this.codec = codec;
    }

    public static void main(String[] arguments) throws Exception {
        var out = new FileOutputStream(FileDescriptor.out);
        var codec = new MessageCodec(new BufferedInputStream(new FileInputStream(FileDescriptor.in)), out);
        Message.Open open = (Message.Open) codec.read().orElseThrow();
        greet(open, codec);
        var child = new FakeChild(codec);
        for (Optional<Message> next = codec.read(); next.isPresent(); next = codec.read()) {
            if (next.get() instanceof Message.Recognize request) {
                child.answer(request, out);
            }
        }
    }

    private static void greet(Message.Open open, MessageCodec codec) throws IOException {
        if (open.model().contains("dies-at-start")) {
            System.err.println("cannot map the model");
            Runtime.getRuntime().halt(9);
        } else if (open.model().contains("unusable")) {
            codec.write(new Message.Unusable("no graph in it"));
        } else if (!open.model().contains("mute")) {
            codec.write(new Message.Ready(Message.PROTOCOL));
        }
    }

    private void answer(Message.Recognize request, OutputStream out) throws IOException, InterruptedException {
        switch (behaviour(request.key())) {
            case "slow" -> Thread.ofPlatform().daemon().start(() -> recognizeLater(request));
            case "ignored" -> {}
            case "aborts" -> abort();
            case "exits" -> Runtime.getRuntime().halt(3);
            case "hangs" -> Thread.sleep(Long.MAX_VALUE);
            case "rubbish" -> print(out, "KALDI_ASSERT: at nnet3.cc:1\n");
            case "endless" -> print(out, "x".repeat(MessageCodec.MAX_LINE + 1));
            case "stranger" -> codec.write(new Message.Refused(4_711, QuarantineReason.EMPTY, "nobody asked"));
            case "refused" ->
                codec.write(new Message.Refused(request.id(), QuarantineReason.NOT_AUDIO, "it is a letter"));
            case "silent" -> codec.write(new Message.Recognized(request.id(), AUDIO, 1, 1));
            default -> recognize(request);
        }
    }

    /** {@code calls/aborts.wav} aborts. */
    private static String behaviour(String key) {
        return key.replaceFirst(".*/", "").replaceFirst("\\.wav$", "");
    }

    private void recognize(Message.Recognize request) throws IOException {
        var word = new Word(request.key(), 100, 400, new Confidence(1));
        codec.write(new Message.Progress(request.id(), 1_000, 1_000));
        codec.write(new Message.Segment(request.id(), 0, Speaker.UNKNOWN, 0, 500, List.of(word)));
        codec.write(new Message.Recognized(request.id(), AUDIO, 2, 1));
    }

    private void recognizeLater(Message.Recognize request) {
        try {
            Thread.sleep(1_000);
            recognize(request);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void abort() throws IOException, InterruptedException {
        System.err.println("ASSERTION_FAILED (VoskAPI:Decode():lattice.cc:42)");
        new ProcessBuilder(
                        "kill", "-ABRT", Long.toString(ProcessHandle.current().pid()))
                .start();
        Thread.sleep(Long.MAX_VALUE);
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
