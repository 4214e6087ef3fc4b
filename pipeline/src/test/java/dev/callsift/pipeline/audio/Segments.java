package dev.callsift.pipeline.audio;

import dev.callsift.pipeline.recording.RecordingKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the audio stage gives for a recording, kept whole for a test to look at. */
record Segments(AudioSummary summary, List<SpeechSegment> all) {

    static Segments of(Path file) throws InterruptedException {
        return of(new RecordingKey(String.valueOf(file.getFileName())), file, new ChannelAssignment(0, 1, false));
    }

    static Segments of(RecordingKey key, Path file, ChannelAssignment channels) throws InterruptedException {
        List<SpeechSegment> all = new ArrayList<>();
        AudioSummary summary = AudioReader.read(key, file, channels, Sound.RATE, all::add);
        return new Segments(summary, all);
    }

    /** How much of a stretch of time is in segments of a speaker, in milliseconds. */
    long covered(Speaker speaker, long fromMs, long toMs) {
        return all.stream()
                .filter(segment -> segment.speaker() == speaker)
                .mapToLong(segment -> Math.min(toMs, endMs(segment)) - Math.max(fromMs, segment.startMs()))
                .filter(ms -> ms > 0)
                .sum();
    }

    List<SpeechSegment> of(Speaker speaker) {
        return all.stream().filter(segment -> segment.speaker() == speaker).toList();
    }

    static long endMs(SpeechSegment segment) {
        return segment.startMs() + ms(segment);
    }

    static long ms(SpeechSegment segment) {
        return segment.samples().length * 1_000L / Sound.RATE;
    }
}
