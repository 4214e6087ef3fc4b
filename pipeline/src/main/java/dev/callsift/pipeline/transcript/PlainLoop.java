package dev.callsift.pipeline.transcript;

import dev.callsift.pipeline.audio.SegmentSink;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.audio.SpeechSegment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.vosk.Recognizer;

/** Feeds the blocks of one recording to a recognizer per channel, the way Vosk's own examples do. */
final class PlainLoop implements SegmentSink, AutoCloseable {

    private final VoskModel model;
    private final long id;
    private final MessageCodec answers;
    private final Map<Integer, Channel> channels = new TreeMap<>();
    private long voskNanos;

    private record Channel(Speaker speaker, Recognizer recognizer) {}

    PlainLoop(VoskModel model, long id, MessageCodec answers) {
        this.model = model;
        this.id = id;
        this.answers = answers;
    }

    @Override
    public void accept(SpeechSegment block) {
        long begun = ThreadCpu.now();
        Channel channel = channels.computeIfAbsent(block.channel(), number -> open(block.speaker()));
        boolean ended = channel.recognizer().acceptWaveForm(block.samples(), block.samples().length);
        String result = ended ? channel.recognizer().getResult() : "";
        voskNanos += ThreadCpu.now() - begun;
        if (ended) {
            tell(block.channel(), channel.speaker(), result);
        }
    }

    @Override
    public void progress(long decodedMs, long expectedMs) {
        write(new Message.Progress(id, decodedMs, expectedMs));
    }

    @Override
    public void peaks(int channel, Speaker speaker, byte[] values) {
        write(new Message.Peaks(id, channel, speaker, Base64.getEncoder().encodeToString(values)));
    }

    /** Takes the last words of each channel. */
    void finish() {
        channels.forEach((number, channel) -> {
            long begun = ThreadCpu.now();
            String result = channel.recognizer().getFinalResult();
            voskNanos += ThreadCpu.now() - begun;
            tell(number, channel.speaker(), result);
        });
    }

    long voskNanos() {
        return voskNanos;
    }

    @Override
    public void close() {
        channels.values().forEach(channel -> channel.recognizer().close());
    }

    private Channel open(Speaker speaker) {
        try {
            return new Channel(speaker, model.recognizer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(int channel, Speaker speaker, String result) {
        var words = WordReader.read(result, 0, 0);
        if (!words.isEmpty()) {
            write(new Message.Segment(
                    id,
                    channel,
                    speaker,
                    words.getFirst().startMs(),
                    words.getLast().endMs(),
                    words));
        }
    }

    private void write(Message message) {
        try {
            answers.write(message);
        } catch (IOException e) {
            throw new UncheckedIOException("the parent cannot be told", e);
        }
    }
}
