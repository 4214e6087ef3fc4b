package dev.callsift.pipeline.tagging;

import dev.callsift.models.language.Pattern.Span;
import dev.callsift.models.language.TaxonomyCode;
import dev.callsift.models.language.TaxonomyRule;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.tagging.Passage.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A rule's match in a passage. */
record Hit(TaxonomyCode code, TaxonomyRule rule, Passage passage, Span span) {

    /** What a match is still worth when it is not known who speaks. */
    static final double UNKNOWN_SPEAKER = 0.8;

    /** What a match is worth that goes over the pause between two utterances. */
    static final double ACROSS_A_PAUSE = 0.95;

    List<Place> words() {
        return passage.words(span);
    }

    int utterance() {
        return words().getFirst().utterance();
    }

    long startMs() {
        return words().getFirst().word().startMs();
    }

    /**
     * The rule's strength, times half and half of the recognizer's mean confidence in the words (a doubtful word still says
     * something, since it fitted the rule), times what is lost where the speaker is unknown or a pause is between.
     */
    double confidence() {
        double heard = words().stream()
                .mapToDouble(place -> place.word().confidence().value())
                .average()
                .orElse(0);
        double speaker = passage.speaker() == Speaker.UNKNOWN ? UNKNOWN_SPEAKER : 1;
        double pause = words().getLast().utterance() == utterance() ? 1 : ACROSS_A_PAUSE;
        return rule.strength() * (0.5 + 0.5 * heard) * speaker * pause;
    }

    boolean overlaps(Hit other) {
        return passage.equals(other.passage) && span.overlaps(other.span);
    }

    /** One span for each utterance the match touches. */
    List<Evidence> evidence() {
        List<Evidence> spans = new ArrayList<>();
        List<Place> open = new ArrayList<>();
        for (Place place : words()) {
            if (!open.isEmpty() && open.getLast().utterance() != place.utterance()) {
                spans.add(evidence(open));
                open.clear();
            }
            open.add(place);
        }
        spans.add(evidence(open));
        return spans;
    }

    private Evidence evidence(List<Place> places) {
        Place first = places.getFirst();
        Place last = places.getLast();
        String words = places.stream().map(place -> place.word().text()).collect(Collectors.joining(" "));
        return new Evidence(
                first.utterance(),
                first.index(),
                last.index(),
                first.word().startMs(),
                last.word().endMs(),
                words,
                "rule:" + code.code() + "/" + rule.name());
    }
}
