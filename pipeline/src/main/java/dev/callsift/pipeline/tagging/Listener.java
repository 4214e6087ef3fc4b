package dev.callsift.pipeline.tagging;

import dev.callsift.models.category.CodeWeigher;
import dev.callsift.models.category.LanguageModels;
import dev.callsift.models.category.UtteranceCategorizer;
import dev.callsift.models.category.Weight;
import dev.callsift.models.language.Pattern.Span;
import dev.callsift.models.language.RuleFinder.Match;
import dev.callsift.models.language.Taxonomy;
import dev.callsift.models.language.TaxonomyCode;
import dev.callsift.pipeline.audio.Speaker;
import java.util.List;
import java.util.Map;

/**
 * Finds what shows a code in a call: what rules match, and what the categorizers take the customer's words for, weighed against
 * each other; agents' words likewise. Codes without a categorizer are found by rules alone. Immutable.
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
            List<Match> matches = rules.matches(passage, saidBefore);
            List<CodeWeigher> weighers = weighers(passage.speaker());
            matches.stream()
                    .filter(match -> !match.vetoed() && !isWeighed(match, weighers))
                    .map(match -> RuleMatcher.hit(match, passage))
                    .forEach(heard::add);
            weighers.forEach(weigher -> {
                HeardCall.Turn turn = heard.turn(weigher);
                Thought.of(passage).forEach(thought -> weigh(saidBefore, thought, weigher, matches, turn));
            });
            heard.endTurn();
        }
        return heard.build();
    }

    /** Where the speaker is unknown, it may be either. */
    private List<CodeWeigher> weighers(Speaker speaker) {
        return switch (speaker) {
            case CUSTOMER -> List.of(models.customer());
            case AGENT -> List.of(models.agent());
            case UNKNOWN -> List.of(models.customer(), models.agent());
        };
    }

    private static boolean isWeighed(Match match, List<CodeWeigher> weighers) {
        return weighers.stream()
                .anyMatch(weigher -> weigher.weight(match.code().code()).isPresent());
    }

    private void weigh(
            SaidBefore saidBefore, Thought thought, CodeWeigher weigher, List<Match> matches, HeardCall.Turn turn) {
        List<String> before = saidBefore.words(thought.utterance());
        UtteranceCategorizer categorizer = weigher.categorizer();
        Map<String, Double> said = categorizer.probabilities(thought.words(), before);
        Map<String, Double> meant = weigher.meanings(thought.words(), before);
        for (TaxonomyCode code : taxonomy.codesAndSignals()) {
            weigher.weight(code.code()).ifPresent(weight -> {
                List<Match> own = matches.stream()
                        .filter(match -> match.code().equals(code) && within(match.span(), thought.span()))
                        .toList();
                turn.add(new CodeInThought(
                        code,
                        thought,
                        before,
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
