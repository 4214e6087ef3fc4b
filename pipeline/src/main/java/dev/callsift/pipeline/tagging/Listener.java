package dev.callsift.pipeline.tagging;

import dev.callsift.models.category.CodeWeigher;
import dev.callsift.models.category.LanguageModels;
import dev.callsift.models.category.UtteranceCategorizer;
import dev.callsift.models.category.Weight;
import dev.callsift.models.language.Pattern.Span;
import dev.callsift.models.language.RuleFinder.Match;
import dev.callsift.models.language.RuleSpeaker;
import dev.callsift.models.language.Taxonomy;
import dev.callsift.models.language.TaxonomyCode;
import dev.callsift.models.meaning.CallReading;
import dev.callsift.models.meaning.TurnReading;
import dev.callsift.pipeline.audio.Speaker;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what shows a code in a call: what rules match, what the categorizers take the words for, and what the encoder reads in them, weighed
 * against each other. Codes without a categorizer are found by rules alone. Immutable.
 */
final class Listener {

    private final Taxonomy taxonomy;
    private final RuleMatcher rules;
    private final LanguageModels models;

    Listener(Taxonomy taxonomy, LanguageModels models) {
        this.taxonomy = taxonomy;
        this.rules = new RuleMatcher(taxonomy);
        this.models = models;
    }

    /** What is heard in a call, before codes are weighed against each other. */
    HeardCall listen(List<Passage> passages, SaidBefore saidBefore) {
        Optional<CallReading> reading = models.encoder()
                .filter(encoder -> !passages.isEmpty())
                .map(encoder ->
                        encoder.read(passages.stream().map(Passage::asRead).toList()));
        HeardCall.Builder heard = new HeardCall.Builder(models, reading);
        for (int i = 0; i < passages.size(); i++) {
            int number = i;
            listen(passages.get(i), saidBefore, reading.map(each -> each.turns().get(number)), heard);
        }
        return heard.build();
    }

    private void listen(
            Passage passage, SaidBefore saidBefore, Optional<TurnReading> reading, HeardCall.Builder heard) {
        List<Match> matches = rules.matches(passage, saidBefore);
        List<RuleSpeaker> speakers = speakers(passage.speaker());
        matches.stream()
                .filter(match -> !match.vetoed() && !isWeighed(match, speakers))
                .map(match -> RuleMatcher.hit(match, passage))
                .forEach(heard::add);
        List<HeardThought> thoughts = Thought.of(passage).stream()
                .map(thought -> new HeardThought(thought, saidBefore.words(thought.utterance())))
                .toList();
        for (RuleSpeaker speaker : speakers) {
            HeardCall.Turn turn = heard.turn(speaker);
            thoughts.forEach(thought -> weigh(thought, speaker, matches, reading, turn));
        }
        heard.endTurn();
    }

    /** A thought, and what was said before it. */
    private record HeardThought(Thought thought, List<String> before) {}

    /** Where the speaker is unknown, it may be either. */
    private static List<RuleSpeaker> speakers(Speaker speaker) {
        return switch (speaker) {
            case CUSTOMER -> List.of(RuleSpeaker.CUSTOMER);
            case AGENT -> List.of(RuleSpeaker.AGENT);
            case UNKNOWN -> List.of(RuleSpeaker.CUSTOMER, RuleSpeaker.AGENT);
        };
    }

    private CodeWeigher weigher(RuleSpeaker speaker) {
        return speaker == RuleSpeaker.AGENT ? models.agent() : models.customer();
    }

    private boolean isWeighed(Match match, List<RuleSpeaker> speakers) {
        return speakers.stream()
                .anyMatch(
                        speaker -> weigher(speaker).weight(match.code().code()).isPresent());
    }

    private void weigh(
            HeardThought heard,
            RuleSpeaker speaker,
            List<Match> matches,
            Optional<TurnReading> reading,
            HeardCall.Turn turn) {
        Thought thought = heard.thought();
        CodeWeigher weigher = weigher(speaker);
        UtteranceCategorizer categorizer = weigher.categorizer();
        Map<String, Double> said = categorizer.probabilities(thought.words(), heard.before());
        Map<String, Double> meant = reading.map(
                        each -> each.likelihoods(speaker, thought.firstWord(), thought.endWord()))
                .orElse(Map.of());
        for (TaxonomyCode code : taxonomy.codesAndSignals()) {
            weigher.weight(code.code()).ifPresent(weight -> {
                List<Match> own = matches.stream()
                        .filter(match -> match.code().equals(code) && within(match.span(), thought.span()))
                        .toList();
                turn.add(new CodeInThought(
                        code,
                        thought,
                        heard.before(),
                        own,
                        categorizer,
                        weight,
                        said.getOrDefault(code.code(), 0.0),
                        meant.getOrDefault(code.code(), Weight.NOT_ASKED)));
            });
        }
    }

    private static boolean within(Span match, Span thought) {
        return match.from() >= thought.from() && match.from() < thought.to();
    }
}
