package dev.callsift.pipeline.tagging;

import dev.callsift.models.category.UtteranceCategorizer;
import dev.callsift.models.category.Weight;
import dev.callsift.models.language.Pattern.Span;
import dev.callsift.models.language.RuleFinder.Match;
import dev.callsift.models.language.TaxonomyCode;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.tagging.Hit.Voice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One code in one thought: how likely it is shown there, and which words show it. */
final class CodeInThought {

    /** Evidence keeps that share of the likelihood of the whole thought. */
    private static final double KEPT = 0.9;

    /** Below that share of the threshold nothing else in the call makes a place into evidence. */
    private static final double PLAUSIBLE = 0.4;

    /** What a single message must show where no rule says so too. */
    private static final double SURELY = 0.85;

    /** From this likelihood on, the words themselves show a code. */
    private static final double BY_WORDS = 0.2;

    private static final Comparator<Voice> STRONGEST =
            Comparator.comparingDouble(Voice::likelihood).reversed();

    private final TaxonomyCode code;
    private final Thought thought;
    private final List<String> before;
    private final List<Voice> rules;
    private final UtteranceCategorizer categorizer;
    private final double said;
    private final double meant;
    private final Weight weight;
    private final double likelihood;

    CodeInThought(
            TaxonomyCode code,
            Thought thought,
            List<String> before,
            List<Match> matches,
            UtteranceCategorizer categorizer,
            Weight weight,
            double said,
            double meant) {
        this.code = code;
        this.thought = thought;
        this.before = before;
        this.rules = rules(matches);
        this.categorizer = categorizer;
        this.said = said;
        this.meant = meant;
        this.weight = weight;
        double strength = rules.stream().mapToDouble(Voice::likelihood).max().orElse(0);
        this.likelihood = weight.likelihood(said, meant, strength, rules.isEmpty() && !matches.isEmpty());
    }

    TaxonomyCode code() {
        return code;
    }

    /** What models and rules say together. */
    double likelihood() {
        return likelihood;
    }

    Speaker speaker() {
        return thought.passage().speaker();
    }

    /** Whether it shows the code on its own. */
    boolean isShown() {
        return likelihood >= weight.threshold();
    }

    /** The same of a single message: as most of them show nothing, where no rule says so too it must be rather sure. */
    boolean isShownInMessage() {
        return isShown() && (likelihood >= SURELY || !rules.isEmpty());
    }

    /** Whether it may show the code together with what else is said in the call. */
    boolean isPlausible() {
        return likelihood >= PLAUSIBLE * weight.threshold();
    }

    /** The place as evidence. */
    Hit hit() {
        Voice model = new Voice(shown(), "model:" + code.code(), weight.likelihood(said, meant, 0, false));
        return new Hit(
                code,
                thought.passage(),
                likelihood,
                Stream.concat(rules.stream(), Stream.of(model)).toList());
    }

    /** What rules say, the strongest first, of overlapping ones only the strongest. */
    private static List<Voice> rules(List<Match> matches) {
        List<Voice> kept = new ArrayList<>();
        matches.stream()
                .filter(match -> !match.vetoed())
                .map(RuleMatcher::voice)
                .sorted(STRONGEST)
                .filter(voice -> kept.stream().noneMatch(other -> other.span().overlaps(voice.span())))
                .forEach(kept::add);
        return kept;
    }

    /**
     * The fewest words, taken from both ends, that show it nearly as well as the whole; the whole where it is not the words
     * that show it.
     */
    private Span shown() {
        Span span = thought.span();
        double kept = KEPT * said;
        while (span.length() > 1 && said >= BY_WORDS) {
            Span end = new Span(span.from() + 1, span.to());
            Span begin = new Span(span.from(), span.to() - 1);
            double ofEnd = likelihood(end);
            double ofBegin = likelihood(begin);
            if (Math.max(ofEnd, ofBegin) < kept) {
                return span;
            }
            span = ofEnd >= ofBegin ? end : begin;
        }
        return span;
    }

    private double likelihood(Span span) {
        return categorizer.probability(code.code(), thought.words(span), before);
    }
}
