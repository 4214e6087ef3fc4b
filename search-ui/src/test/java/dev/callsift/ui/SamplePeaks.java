package dev.callsift.ui;

import dev.callsift.pipeline.audio.SegmentSink;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.pipeline.transcript.Waveform;
import java.util.Base64;
import java.util.List;

/** Peaks for the sample calls: loud where their words are. */
final class SamplePeaks {

    private static final int QUIET = 2;
    private static final int LOUD = 120;

    private SamplePeaks() {}

    static Waveform of(Transcript transcript) {
        List<Speaker> speakers = transcript.utterances().stream()
                .map(Utterance::speaker)
                .distinct()
                .sorted()
                .toList();
        return new Waveform(
                Waveform.SCHEMA_VERSION,
                transcript.id(),
                transcript.recording().sha256(),
                SegmentSink.PEAK_MS,
                speakers.stream().map(speaker -> lane(transcript, speaker)).toList());
    }

    private static Waveform.Lane lane(Transcript transcript, Speaker speaker) {
        byte[] peaks = new byte[(int) (transcript.audio().durationMs() / SegmentSink.PEAK_MS)];
        for (int step = 0; step < peaks.length; step++) {
            long at = (long) step * SegmentSink.PEAK_MS;
            boolean speaks = transcript.utterances().stream()
                    .anyMatch(said -> said.speaker() == speaker && said.startMs() <= at && at < said.endMs());
            peaks[step] = (byte) (speaks ? LOUD - 20 * (step % 5) : QUIET);
        }
        return new Waveform.Lane(
                speaker == Speaker.CUSTOMER ? 1 : 0,
                speaker,
                Base64.getEncoder().encodeToString(peaks));
    }
}
