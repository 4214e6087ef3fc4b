package dev.callsift.search;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.transcript.Confidence;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A place in a call that matches, with some words around it.
 *
 * @param speaker who says it
 * @param utterance index into the transcript's utterances
 * @param startMs where the first matching word begins, in milliseconds: play from here
 * @param endMs where the last matching word ends
 * @param confidence the lowest among the matching words
 * @param words of this utterance around the match, in order
 * @param cutBefore whether the utterance begins earlier than {@code words}
 * @param cutAfter whether it goes on after them
 */
public record Moment(
        Speaker speaker,
        int utterance,
        long startMs,
        long endMs,
        Confidence confidence,
        List<MomentWord> words,
        boolean cutBefore,
        boolean cutAfter) {

    public Moment {
        words = List.copyOf(words);
    }

    public String text() {
        return words.stream().map(MomentWord::text).collect(Collectors.joining(" "));
    }

    /**
     * A word to show.
     *
     * @param text as recognized
     * @param index within the utterance
     * @param match whether it is part of the match, to be highlighted
     * @param doubtful whether the recognizer was unsure of it
     */
    public record MomentWord(String text, int index, long startMs, long endMs, boolean match, boolean doubtful) {}
}
