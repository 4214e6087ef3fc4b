package dev.callsift.pipeline.transcript;

/**
 * A recognized word.
 *
 * @param text lower case, as the speech model spells it
 * @param startMs where it begins in the recording, in milliseconds
 * @param endMs where it ends, in milliseconds
 * @param confidence the recognizer's posterior of this word
 */
public record Word(String text, long startMs, long endMs, Confidence confidence) {

    public Word {
        if (text.isBlank() || startMs < 0 || endMs < startMs) {
            throw new IllegalArgumentException("not a word: '" + text + "' from " + startMs + " to " + endMs + " ms");
        }
    }
}
