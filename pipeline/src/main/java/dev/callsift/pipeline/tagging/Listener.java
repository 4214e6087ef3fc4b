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
import dev.callsift.pipeline.tagging.Hit.Voice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds what shows a code in a call: what rules match, and what the categorizers take the customer's words for, weighed against
 * each other; agents' words likewise. Codes without a categorizer are found by rules alone. Immutable.
 */
final class Listener {

    /** Evidence keeps that share of the likelihood of the whole thought. */
    private static final double KEPT = 0.9;

    /** From this likelihood on, the words themselves show a code. */
    private static final double BY_WORDS = 0.2;

    private static final Comparator<Voice> STRONGEST =
            Comparator.comparingDouble(Voice::likelihood).reversed();

    private final Taxonomy taxonomy;
    private final RuleMatcher rules;
    private final LanguageModels models;

    Listener(Taxonomy taxonomy, LanguageModels models) {
        this.taxonomy = taxonomy;
        this.rules = new RuleMatcher(taxonomy);
        this.models = models;
    }

    /** Every place of a call that shows a code, before codes are weighed against each other. */
    List<Hit> hits(List<Passage> passages, SaidBefore saidBefore) {
        List<Hit> hits = new ArrayList<>();
        for (Passage passage : passages) {
            List<Match> matches = rules.matches(passage, saidBefore);
            List<CodeWeigher> weighers = weighers(passage.speaker());
            matches.stream()
                    .filter(match -> !match.vetoed() && !isWeighed(match, weighers))
                    .map(match -> RuleMatcher.hit(match, passage))
                    .forEach(hits::add);
            for (Thought thought : Thought.of(passage)) {
                weighers.forEach(weigher -> weigh(saidBefore, thought, weigher, matches, hits));
            }
        }
        return hits;
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
            SaidBefore saidBefore, Thought thought, CodeWeigher weigher, List<Match> matches, List<Hit> hits) {
        List<String> before = saidBefore.words(thought.utterance());
        UtteranceCategorizer categorizer = weigher.categorizer();
        Map<String, Double> said = categorizer.probabilities(thought.words(), before);
        Map<String, Double> meant = weigher.meanings(thought.words(), before);
        for (TaxonomyCode code : taxonomy.codesAndSignals()) {
            weigher.weight(code.code()).ifPresent(weight -> {
                List<Match> own = matches.stream()
                        .filter(match -> match.code().equals(code) && within(match.span(), thought.span()))
                        .toList();
                new CodeInThought(
                                code,
                                thought,
                                before,
                                own,
                                categorizer,
                                said.getOrDefault(code.code(), 0.0),
                                meant.getOrDefault(code.code(), Weight.NOT_ASKED))
                        .addTo(hits, weight);
            });
        }
    }

    private static boolean within(Span match, Span thought) {
        return match.from() >= thought.from() && match.from() < thought.to();
    }

    private static final class CodeInThought {

        private final TaxonomyCode code;
        private final Thought thought;
        private final List<String> before;
        private final List<Match> matches;
        private final UtteranceCategorizer categorizer;
        private final double said;
        private final double meant;

        CodeInThought(
                TaxonomyCode code,
                Thought thought,
                List<String> before,
                List<Match> matches,
                UtteranceCategorizer categorizer,
                double said,
                double meant) {
            this.code = code;
            this.thought = thought;
            this.before = before;
            this.matches = matches;
            this.categorizer = categorizer;
            this.said = said;
            this.meant = meant;
        }

        void addTo(List<Hit> hits, Weight weight) {
            List<Voice> voices = rules();
            double strength =
                    voices.stream().mapToDouble(Voice::likelihood).max().orElse(0);
            boolean vetoed = voices.isEmpty() && !matches.isEmpty();
            double together = weight.likelihood(said, meant, strength, vetoed);
            if (together >= weight.threshold()) {
                hits.add(hit(voices, weight.likelihood(said, meant, 0, false), together));
            }
        }

        /** What rules say, the strongest first, of overlapping ones only the strongest. */
        private List<Voice> rules() {
            List<Voice> kept = new ArrayList<>();
            matches.stream()
                    .filter(match -> !match.vetoed())
                    .map(RuleMatcher::voice)
                    .sorted(STRONGEST)
                    .filter(voice ->
                            kept.stream().noneMatch(other -> other.span().overlaps(voice.span())))
                    .forEach(kept::add);
            return kept;
        }

        /** @param models what the models say together, without the rules */
        private Hit hit(List<Voice> voices, double models, double together) {
            Voice model = new Voice(shown(), "model:" + code.code(), models);
            return new Hit(
                    code,
                    thought.passage(),
                    together,
                    Stream.concat(voices.stream(), Stream.of(model)).toList());
        }

        /**
         * The fewest words, taken from both ends, that show it nearly as well as the whole; the whole where it is not the words
         * that show it.
         */
        private Span shown() {
            Span span = thought.span();
            while (span.length() > 1 && said >= BY_WORDS) {
                Span shorter = better(new Span(span.from() + 1, span.to()), new Span(span.from(), span.to() - 1));
                if (likelihood(shorter) < KEPT * said) {
                    return span;
                }
                span = shorter;
            }
            return span;
        }

        private Span better(Span one, Span other) {
            return likelihood(one) >= likelihood(other) ? one : other;
        }

        private double likelihood(Span span) {
            return categorizer.probability(code.code(), thought.words(span), before);
        }
    }
}
