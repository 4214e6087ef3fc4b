package dev.callsift.pipeline.transcript;

import dev.callsift.pipeline.audio.AudioReader;
import dev.callsift.pipeline.audio.AudioSummary;
import dev.callsift.pipeline.audio.ChannelAssignment;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.recording.RecordingKey;
import java.io.IOException;
import java.nio.file.Path;

/** The plain loop: every sample of every channel goes to that channel's recognizer, on the calling thread. */
final class PlainEars implements Ears {

    private final VoskModel model;

    PlainEars(VoskModel model) {
        this.model = model;
    }

    @Override
    public void hear(long id, RecordingKey key, Path file, ChannelAssignment channels, MessageCodec answers)
            throws IOException, InterruptedException {
        long begun = ThreadCpu.now();
        try (var loop = new PlainLoop(model, id, answers)) {
            AudioSummary audio = AudioReader.readWhole(key, file, channels, model.sampleRate(), loop);
            loop.finish();
            long vosk = loop.voskNanos();
            long other = ThreadCpu.now() - begun - vosk;
            answers.write(new Message.Recognized(id, audio, vosk / 1_000, other / 1_000));
        } catch (RecordingFaultException e) {
            answers.write(new Message.Refused(id, e.reason(), e.detail()));
        }
    }
}
