package dev.callsift.pipeline.transcript;

import dev.callsift.pipeline.audio.AudioReader;
import dev.callsift.pipeline.audio.AudioSummary;
import dev.callsift.pipeline.audio.ChannelAssignment;
import dev.callsift.pipeline.audio.SpeechSegment;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.recording.RecordingKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Recognizes the speech segments of all recordings in flight on a fixed number of threads. The queue between decoding and
 * recognizing is short and fair: a long recording waits for its turn instead of filling the memory, and may use all threads.
 */
final class SpeechEars implements Ears {

    private final VoskModel model;
    private final BlockingQueue<Task> queue;

    /** Speech of a recording that waits for a thread. */
    private record Task(HearingProgress hearing, List<SpeechSegment> batch) {}

    SpeechEars(VoskModel model, int threads) {
        this.model = model;
        this.queue = new ArrayBlockingQueue<>(threads, true);
        for (int number = 1; number <= threads; number++) {
            Thread thread = new Thread(this::work, "recognize-" + number);
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void hear(long id, RecordingKey key, Path file, ChannelAssignment channels, MessageCodec answers)
            throws IOException, InterruptedException {
        long begun = ThreadCpu.now();
        var hearing =
                new HearingProgress(id, answers, model, (progress, batch) -> queue.put(new Task(progress, batch)));
        try {
            AudioSummary audio = AudioReader.read(key, file, channels, model.sampleRate(), hearing);
            hearing.finish();
            hearing.cpu().addOther(ThreadCpu.now() - begun);
            answers.write(new Message.Recognized(
                    id, audio, hearing.cpu().voskMicros(), hearing.cpu().otherMicros()));
        } catch (RecordingFaultException e) {
            answers.write(new Message.Refused(id, e.reason(), e.detail()));
        } finally {
            hearing.abandon();
        }
    }

    private void work() {
        try {
            while (true) {
                Task task = queue.take();
                task.hearing().recognize(task.batch());
            }
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException("a recognizing thread cannot go on", e);
        }
    }
}
