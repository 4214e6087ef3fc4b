package dev.callsift.pipeline.verdict;

import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.pipeline.transcript.Word;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the words of a verdict in a transcript by their time, because another speech model may have cut the same call into
 * other words.
 */
final class SpokenPlaces {

    private final List<Utterance> utterances;

    SpokenPlaces(Transcript transcript) {
        this.utterances = transcript.utterances();
    }

    /** Indexes as in {@link dev.callsift.pipeline.tagging.Evidence}; the last word is inclusive. */
    record Place(int utterance, int firstWord, int lastWord) {}

    /** Where a verdict's words are; the nearest words where there are none at its time. Of two at once, those of its speaker. */
    Place of(Verdict verdict) {
        return IntStream.range(0, utterances.size())
                .boxed()
                .min(Comparator.comparingLong((Integer index) -> distance(verdict, utterances.get(index)))
                        .thenComparing(index -> otherSpeaker(verdict, utterances.get(index))))
                .map(index -> place(verdict, index))
                .orElse(new Place(0, 0, 0));
    }

    private static boolean otherSpeaker(Verdict verdict, Utterance utterance) {
        return verdict.speaker() != null && verdict.speaker() != utterance.speaker();
    }

    private static long distance(Verdict verdict, Utterance utterance) {
        return utterance.words().stream()
                .mapToLong(word -> distance(verdict, word))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static long distance(Verdict verdict, Word word) {
        long middle = (word.startMs() + word.endMs()) / 2;
        return Math.max(0, Math.max(verdict.startMs() - middle, middle - verdict.endMs()));
    }

    private Place place(Verdict verdict, int index) {
        List<Word> words = utterances.get(index).words();
        long nearest = distance(verdict, utterances.get(index));
        int[] within = IntStream.range(0, words.size())
                .filter(word -> distance(verdict, words.get(word)) <= nearest)
                .toArray();
        return new Place(index, within[0], within[within.length - 1]);
    }
}
