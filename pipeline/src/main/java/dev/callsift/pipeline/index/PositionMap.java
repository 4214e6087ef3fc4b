package dev.callsift.pipeline.index;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.pipeline.transcript.Word;
import java.util.Arrays;
import java.util.Optional;

/**
 * Every position of a call, and who says it, when, and how sure the recognizer is. Positions run through the utterances in
 * order. Where another speaker takes over, or after a long pause, one position stays empty, so that no phrase runs across.
 */
public final class PositionMap {

    /** Pauses of a speaker longer than this end a phrase, in milliseconds. */
    static final long LONG_PAUSE_MS = 2_000;

    final Speaker[] speakers;
    /** The index of each utterance's first word among the call's words; one more at the end. */
    final int[] firstWords;
    /** The position of each utterance's first word. */
    final int[] firstPositions;

    final long[] starts;
    final long[] ends;
    final double[] confidences;

    PositionMap(int utterances, int words) {
        speakers = new Speaker[utterances];
        firstWords = new int[utterances + 1];
        firstPositions = new int[utterances];
        starts = new long[words];
        ends = new long[words];
        confidences = new double[words];
    }

    static PositionMap of(Transcript transcript) {
        int words =
                transcript.utterances().stream().mapToInt(u -> u.words().size()).sum();
        PositionMap map = new PositionMap(transcript.utterances().size(), words);
        for (int i = 0; i < map.speakers.length; i++) {
            map.put(i, transcript.utterances().get(i));
        }
        return map;
    }

    private void put(int utterance, Utterance said) {
        int word = firstWords[utterance];
        for (Word heard : said.words()) {
            starts[word] = heard.startMs();
            ends[word] = heard.endMs();
            confidences[word++] = PositionCodec.rounded(heard.confidence().value());
        }
        speakers[utterance] = said.speaker();
        firstWords[utterance + 1] = word;
        firstPositions[utterance] = firstPosition(utterance);
    }

    private int firstPosition(int utterance) {
        if (utterance == 0) {
            return 0;
        }
        int previous = utterance - 1;
        int next = firstPositions[previous] + firstWords[utterance] - firstWords[previous];
        long pause = starts[firstWords[utterance]] - ends[firstWords[utterance] - 1];
        boolean goesOn = speakers[previous] == speakers[utterance] && pause <= LONG_PAUSE_MS;
        return goesOn ? next : next + 1;
    }

    public int utterances() {
        return speakers.length;
    }

    /** The position of a word, both counted from 0. */
    public int position(int utterance, int word) {
        return firstPositions[utterance] + word;
    }

    public SpokenWord word(int utterance, int word) {
        int index = firstWords[utterance] + word;
        return new SpokenWord(
                utterance, word, speakers[utterance], starts[index], ends[index], new Confidence(confidences[index]));
    }

    /** The word at a position; empty at the gaps between speakers and outside the call. */
    public Optional<SpokenWord> at(int position) {
        int found = Arrays.binarySearch(firstPositions, position);
        int utterance = found >= 0 ? found : -found - 2;
        if (utterance < 0) {
            return Optional.empty();
        }
        int word = position - firstPositions[utterance];
        int words = firstWords[utterance + 1] - firstWords[utterance];
        return word < words ? Optional.of(word(utterance, word)) : Optional.empty();
    }

    /** Mean confidence of all words; 0 where there are none. */
    Confidence meanConfidence() {
        return new Confidence(Arrays.stream(confidences).average().orElse(0));
    }
}
