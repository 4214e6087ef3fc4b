package dev.callsift.pipeline.transcript;

import dev.callsift.pipeline.audio.ChannelAssignment;
import dev.callsift.pipeline.recording.RecordingKey;
import java.io.IOException;
import java.nio.file.Path;

/** How the child listens: to speech only, or to everything. */
interface Ears {

    /**
     * Hears one recording on the calling thread and writes all answers about it.
     *
     * @throws IOException when the parent cannot be told
     * @throws InterruptedException when the request was cancelled
     */
    void hear(long id, RecordingKey key, Path file, ChannelAssignment channels, MessageCodec answers)
            throws IOException, InterruptedException;

    /** @throws IOException when the model cannot be used */
    static Ears open(Message.Open open) throws IOException {
        VoskModel model = VoskModel.open(Path.of(open.model()), open.sampleRate());
        return switch (open.listening()) {
            case SPEECH -> new SpeechEars(model, open.threads());
            case EVERYTHING -> new PlainEars(model);
        };
    }
}
