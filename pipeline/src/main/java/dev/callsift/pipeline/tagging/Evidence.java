package dev.callsift.pipeline.tagging;

import dev.callsift.pipeline.transcript.Confidence;

/**
 * The words that show a tag.
 *
 * @param utterance index into the transcript's utterances
 * @param firstWord index of the first word within the utterance
 * @param lastWord index of the last word, inclusive
 * @param startMs where the words begin in the recording, in milliseconds
 * @param endMs where they end, in milliseconds
 * @param words the words as recognized
 * @param source which rule or model speaks, for example {@code rule:cancel.requested/ask} or {@code model:cancel.requested}
 * @param confidence how likely these words show the tag by this source alone; below a half it speaks against it
 */
public record Evidence(
        int utterance,
        int firstWord,
        int lastWord,
        long startMs,
        long endMs,
        String words,
        String source,
        Confidence confidence) {

    public Evidence {
        if (utterance < 0 || firstWord < 0 || lastWord < firstWord || startMs < 0 || endMs < startMs) {
            throw new IllegalArgumentException("not a span: utterance " + utterance + ", words " + firstWord + " to "
                    + lastWord + ", " + startMs + " to " + endMs + " ms");
        }
    }
}
