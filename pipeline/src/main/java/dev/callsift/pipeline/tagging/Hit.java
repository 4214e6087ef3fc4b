package dev.callsift.pipeline.tagging;

import dev.callsift.models.language.Pattern.Span;
import dev.callsift.models.language.TaxonomyCode;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.tagging.Passage.Place;
import dev.callsift.pipeline.transcript.Confidence;
import java.util.List;

/**
 * A place in a passage that shows a code.
 *
 * @param strength how likely it does, all voices together
 * @param voices whose word it is, the one that found the place first; at least one
 */
record Hit(TaxonomyCode code, Passage passage, double strength, List<Voice> voices) {

    /** What a match is still worth when it is not known who speaks. */
    static final double UNKNOWN_SPEAKER = 0.8;

    /** What a match is worth that goes over the pause between two utterances. */
    static final double ACROSS_A_PAUSE = 0.95;

    /**
     * A rule's or a model's word on a code.
     *
     * @param source for example {@code rule:cancel.requested/ask}
     * @param likelihood what it says on its own
     */
    record Voice(Span span, String source, double likelihood) {}

    Hit {
        voices = List.copyOf(voices);
    }

    static Hit of(TaxonomyCode code, Passage passage, Voice voice) {
        return new Hit(code, passage, voice.likelihood(), List.of(voice));
    }

    Span span() {
        return voices.getFirst().span();
    }

    String source() {
        return voices.getFirst().source();
    }

    List<Place> words() {
        return passage.words(span());
    }

    int utterance() {
        return words().getFirst().utterance();
    }

    long startMs() {
        return words().getFirst().word().startMs();
    }

    /** The strength, as far as the words are heard. */
    double confidence() {
        return strength * heard();
    }

    /**
     * How far the words can be trusted: half and half of the recognizer's mean confidence in them (a doubtful word still says something,
     * since it fitted), times what is lost where the speaker is unknown or a pause is between.
     */
    double heard() {
        double heard = words().stream()
                .mapToDouble(place -> place.word().confidence().value())
                .average()
                .orElse(0);
        double speaker = passage.speaker() == Speaker.UNKNOWN ? UNKNOWN_SPEAKER : 1;
        double pause = words().getLast().utterance() == utterance() ? 1 : ACROSS_A_PAUSE;
        return (0.5 + 0.5 * heard) * speaker * pause;
    }

    boolean overlaps(Hit other) {
        return passage.equals(other.passage) && span().overlaps(other.span());
    }

    /** For each voice, one span for each utterance it touches. */
    List<Evidence> evidence() {
        return voices.stream()
                .flatMap(voice ->
                        passage.evidence(voice.span(), voice.source(), new Confidence(voice.likelihood())).stream())
                .toList();
    }
}
