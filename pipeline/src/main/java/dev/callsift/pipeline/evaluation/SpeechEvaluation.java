package dev.callsift.pipeline.evaluation;

import dev.callsift.pipeline.audio.AudioSettings;
import dev.callsift.pipeline.audio.ChannelLayout;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.transcript.Recognition;
import dev.callsift.pipeline.transcript.SpeechRecognizer;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.pipeline.transcript.Word;
import java.nio.file.Path;
import java.util.List;

/** Measures word errors of a recognizer on recordings whose words are known. */
public final class SpeechEvaluation {

    private final Path recordings;
    private final AudioSettings audio;

    /** @param recordings the folder that the ground truths' keys are relative to */
    public SpeechEvaluation(Path recordings, AudioSettings audio) {
        this.recordings = recordings;
        this.audio = audio;
    }

    /** Recognizes one recording and counts its word errors, per speaker where the speakers have channels of their own. */
    public WordErrors evaluate(GroundTruth truth, SpeechRecognizer recognizer) throws InterruptedException {
        Recognition recognition =
                recognizer.recognize(truth.key(), file(truth), audio.assign(truth.key(), truth.direction()));
        return errors(truth, recognition);
    }

    Path file(GroundTruth truth) {
        return recordings.resolve(truth.recording());
    }

    private static WordErrors errors(GroundTruth truth, Recognition recognition) {
        List<Speaker> speakers = recognition.audio().layout() == ChannelLayout.SPLIT
                ? List.of(Speaker.AGENT, Speaker.CUSTOMER)
                : List.of(Speaker.UNKNOWN);
        return speakers.stream()
                .map(speaker -> WordErrors.count(truth.words(speaker), heard(recognition, speaker)))
                .reduce(WordErrors.NONE, WordErrors::plus);
    }

    private static List<String> heard(Recognition recognition, Speaker speaker) {
        return recognition.utterances().stream()
                .filter(utterance -> utterance.speaker() == speaker)
                .map(Utterance::words)
                .flatMap(List::stream)
                .map(Word::text)
                .toList();
    }
}
