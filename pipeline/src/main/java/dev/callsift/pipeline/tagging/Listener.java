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
import dev.callsift.models.meaning.TurnReading;
import dev.callsift.pipeline.audio.Speaker;
import java.util.ArrayList;
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
        HeardCall.Builder heard = new HeardCall.Builder(models);
        for (Passage passage : passages) {
            Optional<TurnReading> reading = models.encoder()
                    .map(encoder -> encoder.read(passage.spoken(), saidBefore.spoken(passage.utterance())));
            reading.ifPresent(heard::read);
            List<Match> matches = rules.matches(passage, saidBefore);
            List<RuleSpeaker> speakers = speakers(passage.speaker());
            matches.stream()
                    .filter(match -> !match.vetoed() && !isWeighed(match, speakers))
                    .map(match -> RuleMatcher.hit(match, passage))
                    .forEach(heard::add);
            List<HeardThought> thoughts = thoughts(passage, saidBefore, reading);
            for (RuleSpeaker speaker : speakers) {
                HeardCall.Turn turn = heard.turn(speaker);
                thoughts.forEach(thought -> weigh(thought, speaker, matches, turn));
            }
            heard.endTurn();
        }
        return heard.build();
    }

    /** A thought, what was said before it, and what the encoder makes of it. */
    private record HeardThought(Thought thought, List<String> before, Optional<TurnReading> reading) {}

    private List<HeardThought> thoughts(Passage passage, SaidBefore saidBefore, Optional<TurnReading> ofAll) {
        List<HeardThought> heard = new ArrayList<>();
        List<Thought> thoughts = Thought.of(passage);
        for (Thought thought : thoughts) {
            Optional<TurnReading> own = thoughts.size() == 1
                    ? ofAll
                    : models.encoder()
                            .map(encoder -> encoder.read(thought.spoken(), saidBefore.spoken(thought.utterance())));
            heard.add(new HeardThought(thought, saidBefore.words(thought.utterance()), own));
        }
        return heard;
    }

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

    private void weigh(HeardThought heard, RuleSpeaker speaker, List<Match> matches, HeardCall.Turn turn) {
        Thought thought = heard.thought();
        CodeWeigher weigher = weigher(speaker);
        UtteranceCategorizer categorizer = weigher.categorizer();
        Map<String, Double> said = categorizer.probabilities(thought.words(), heard.before());
        Map<String, Double> meant =
                heard.reading().map(reading -> reading.likelihoods(speaker)).orElse(Map.of());
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
