package dev.callsift.pipeline.tagging;

import dev.callsift.models.language.Pattern;
import dev.callsift.models.language.RuleSpeaker;
import dev.callsift.models.language.Token;
import dev.callsift.models.meaning.ReadTurn;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.pipeline.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Utterances of one speaker that follow each other closely, whatever the other says meanwhile. A sentence is often cut in two
 * by a short pause, so rules match within passages, not within utterances.
 *
 * @param words where each word of the passage stands, in order; {@link Token#word} is an index into it
 */
record Passage(Speaker speaker, List<Token> tokens, List<Place> words) {

    /** Longer silence ends a thought: two utterances further apart are never read as one sentence. */
    static final long LONGEST_PAUSE_MS = 1_500;

    record Place(int utterance, int index, Word word) {}

    /** The passages of a call, in the order of their beginnings. */
    static List<Passage> of(CallTokens call) {
        Map<Speaker, List<Integer>> open = new EnumMap<>(Speaker.class);
        List<List<Integer>> groups = new ArrayList<>();
        List<Utterance> utterances = call.utterances();
        for (int i = 0; i < utterances.size(); i++) {
            Utterance utterance = utterances.get(i);
            List<Integer> group = open.get(utterance.speaker());
            if (group == null || pause(utterances.get(group.getLast()), utterance) > LONGEST_PAUSE_MS) {
                group = new ArrayList<>();
                open.put(utterance.speaker(), group);
                groups.add(group);
            }
            group.add(i);
        }
        groups.sort(Comparator.comparing(List::getFirst));
        return groups.stream().map(call::passage).toList();
    }

    private static long pause(Utterance before, Utterance after) {
        return after.startMs() - before.endMs();
    }

    /** The words of a match, from its first to its last, without any left out between them. */
    List<Place> words(Pattern.Span span) {
        int first = tokens.get(span.from()).word();
        int last = tokens.get(span.to() - 1).word();
        return words.subList(first, last + 1);
    }

    /** The first utterance of it. */
    int utterance() {
        return words.getFirst().utterance();
    }

    /** Its words as they were recognized, lower case. */
    List<String> spoken() {
        return words.stream()
                .map(place -> place.word().text().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whose words they are; {@code ANY} where it is not known. */
    RuleSpeaker by() {
        return switch (speaker) {
            case CUSTOMER -> RuleSpeaker.CUSTOMER;
            case AGENT -> RuleSpeaker.AGENT;
            case UNKNOWN -> RuleSpeaker.ANY;
        };
    }

    /** As the call encoder is given it. */
    ReadTurn asRead() {
        return new ReadTurn(by(), spoken());
    }

    /** Everything said in it. */
    String text() {
        return text(words);
    }

    /** The words of a match as evidence, one span for each utterance they touch. */
    List<Evidence> evidence(Pattern.Span span, String source, Confidence confidence) {
        return evidence(words(span), source, confidence);
    }

    /** Some words as evidence, likewise. */
    List<Evidence> evidenceOfWords(int from, int to, String source, Confidence confidence) {
        return evidence(words.subList(from, to), source, confidence);
    }

    private static List<Evidence> evidence(List<Place> places, String source, Confidence confidence) {
        List<Evidence> spans = new ArrayList<>();
        List<Place> open = new ArrayList<>();
        for (Place place : places) {
            if (!open.isEmpty() && open.getLast().utterance() != place.utterance()) {
                spans.add(span(open, source, confidence));
                open.clear();
            }
            open.add(place);
        }
        spans.add(span(open, source, confidence));
        return spans;
    }

    private static String text(List<Place> places) {
        return places.stream().map(place -> place.word().text()).collect(Collectors.joining(" "));
    }

    private static Evidence span(List<Place> places, String source, Confidence confidence) {
        Place first = places.getFirst();
        Place last = places.getLast();
        return new Evidence(
                first.utterance(),
                first.index(),
                last.index(),
                first.word().startMs(),
                last.word().endMs(),
                text(places),
                source,
                confidence);
    }
}
