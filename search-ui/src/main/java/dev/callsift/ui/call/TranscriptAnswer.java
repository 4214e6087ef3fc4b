package dev.callsift.ui.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callsift.pipeline.audio.AudioSummary;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.transcript.SpeechModelReference;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.pipeline.verdict.CorrectedTranscript;
import dev.callsift.pipeline.verdict.WordCorrection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A transcript as JSON, with what reviewers corrected in it.
 *
 * @param corrections runs of words that come from reviewers; left out where there are none
 */
record TranscriptAnswer(
        int schemaVersion,
        String id,
        Transcript.Source recording,
        CallMetadata call,
        AudioSummary audio,
        SpeechModelReference speechModel,
        List<Utterance> utterances,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Run> corrections) {

    /** Words of one utterance, the last inclusive, and what the machine, or a reviewer before, had there. */
    record Run(int utterance, int firstWord, int lastWord, String was, String reviewer, Instant at) {}

    static TranscriptAnswer of(Transcript transcript, CorrectedTranscript corrected) {
        return new TranscriptAnswer(
                transcript.schemaVersion(),
                transcript.id(),
                transcript.recording(),
                transcript.call(),
                transcript.audio(),
                transcript.speechModel(),
                transcript.utterances(),
                runs(transcript, corrected));
    }

    private static List<Run> runs(Transcript transcript, CorrectedTranscript corrected) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < transcript.utterances().size(); i++) {
            int count = transcript.utterances().get(i).words().size();
            for (int first = 0; first < count; first++) {
                Optional<WordCorrection> by = corrected.by(i, first);
                int last = first;
                while (by.isPresent()
                        && last + 1 < count
                        && corrected.by(i, last + 1).equals(by)) {
                    last++;
                }
                if (by.isPresent()) {
                    WordCorrection made = by.get();
                    runs.add(new Run(i, first, last, made.was(), made.reviewer(), made.at()));
                }
                first = last;
            }
        }
        return runs;
    }
}
