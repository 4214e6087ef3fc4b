package dev.callsift.ui.call;

import dev.callsift.pipeline.index.CallFields;
import dev.callsift.pipeline.tagging.Evidence;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.pipeline.transcript.Word;
import dev.callsift.pipeline.verdict.CorrectedTranscript;
import dev.callsift.ui.Clock;
import dev.callsift.ui.SpeakerLabel;
import dev.callsift.ui.TagChips;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Marks a transcript's words for the page: the hits of a search, the proof of tags, what was heard unsurely. */
final class TranscriptView {

    private record Place(int utterance, int word) {}

    private final MatchedWords hits;
    private final CorrectedTranscript corrected;
    private final Map<Place, String> proof = new HashMap<>();

    TranscriptView(List<Tag> tags, MatchedWords hits, CorrectedTranscript corrected, TagChips chips) {
        this.hits = hits;
        this.corrected = corrected;
        for (Tag tag : tags) {
            String kind = chips.of(tag.code()).kind();
            tag.evidence().forEach(evidence -> mark(evidence, kind));
        }
    }

    private void mark(Evidence evidence, String kind) {
        IntStream.rangeClosed(evidence.firstWord(), evidence.lastWord())
                .forEach(word -> proof.putIfAbsent(new Place(evidence.utterance(), word), kind));
    }

    List<TurnView> turns(Transcript transcript) {
        List<Utterance> utterances = transcript.utterances();
        return IntStream.range(0, utterances.size())
                .mapToObj(index -> turn(index, utterances.get(index)))
                .toList();
    }

    private TurnView turn(int index, Utterance utterance) {
        List<WordView> words = IntStream.range(0, utterance.words().size())
                .mapToObj(word -> word(index, word, utterance.words().get(word)))
                .toList();
        return new TurnView(
                index,
                SpeakerLabel.of(utterance.speaker()),
                utterance.startMs(),
                Clock.position(utterance.startMs()),
                words);
    }

    private WordView word(int utterance, int index, Word word) {
        boolean unsure = word.confidence().value() < CallFields.DOUBTFUL_BELOW;
        boolean hit = hits.contains(new MatchedWords.Place(utterance, index, word.startMs()));
        return WordView.of(
                word,
                unsure,
                hit,
                proof.get(new Place(utterance, index)),
                corrected.by(utterance, index).orElse(null));
    }
}
