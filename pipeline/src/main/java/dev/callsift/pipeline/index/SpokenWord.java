package dev.callsift.pipeline.index;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.transcript.Confidence;

/**
 * Where and when a word is said.
 *
 * @param utterance index into the call's utterances
 * @param index within the utterance
 * @param speaker who says it
 * @param startMs where it begins in the recording, in milliseconds
 * @param endMs where it ends, in milliseconds
 * @param confidence the recognizer's, to half a percent
 */
public record SpokenWord(int utterance, int index, Speaker speaker, long startMs, long endMs, Confidence confidence) {

    /** Whether the recognizer doubts it. */
    public boolean doubtful() {
        return confidence.value() < CallFields.DOUBTFUL_BELOW;
    }
}
