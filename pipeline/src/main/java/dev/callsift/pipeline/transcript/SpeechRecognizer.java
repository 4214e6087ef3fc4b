package dev.callsift.pipeline.transcript;

import dev.callsift.pipeline.audio.ChannelAssignment;
import dev.callsift.pipeline.recording.RecordingKey;
import java.nio.file.Path;

/** Turns a recording on this machine into words. Slow and native: calls block, and may be made from several threads. */
public interface SpeechRecognizer extends AutoCloseable {

    /**
     * Recognizes one recording.
     *
     * @param key names the recording in messages
     * @param audio the recording's file; not changed
     * @param channels who is on which channel
     * @throws dev.callsift.pipeline.recording.RecordingFaultException when the recording cannot be decoded, holds no speech,
     *     or kills or outlasts the recognizer (fate: quarantine)
     * @throws InterruptedException when the run is being stopped
     */
    Recognition recognize(RecordingKey key, Path audio, ChannelAssignment channels) throws InterruptedException;

    @Override
    void close();
}
