package dev.callsift.models.language;

import dev.callsift.models.language.Pattern.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds where the rules of a taxonomy match what one speaker says. Only rules that can begin with a word that was said are
 * tried. Immutable and safe for use by several threads.
 */
public final class RuleFinder {

    private record Candidate(TaxonomyCode code, TaxonomyRule rule, Pattern pattern) {}

    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<String, BitSet> byFirstWord = new HashMap<>();

    /**
     * A rule that matches.
     *
     * @param vetoed whether one of the rule's exceptions shares a word with it, so that it shows nothing
     */
    public record Match(TaxonomyCode code, TaxonomyRule rule, Span span, boolean vetoed) {}

    public RuleFinder(Taxonomy taxonomy) {
        taxonomy.codesAndSignals().forEach(code -> code.rules()
                .forEach(rule -> rule.match().forEach(p -> add(new Candidate(code, rule, p)))));
    }

    private void add(Candidate candidate) {
        int number = candidates.size();
        candidates.add(candidate);
        candidate.pattern.firstWords().forEach(word -> byFirstWord
                .computeIfAbsent(word, key -> new BitSet())
                .set(number));
    }

    /**
     * Every match in the words of one speaker, by the rules in their order, also those with an exception.
     *
     * @param listening whether a rule for this speaker listens
     * @param before what the other speaker said before a match, for rules that want a certain question; asked only for those
     */
    public List<Match> find(List<Token> tokens, Predicate<RuleSpeaker> listening, Function<Span, List<Token>> before) {
        var search = new Search(tokens, before);
        List<Match> matches = new ArrayList<>();
        possible(tokens).stream()
                .mapToObj(candidates::get)
                .filter(candidate -> listening.test(candidate.rule.speaker()))
                .forEach(candidate -> search.addMatches(candidate, matches));
        return matches;
    }

    private BitSet possible(List<Token> tokens) {
        BitSet numbers = new BitSet(candidates.size());
        for (Token token : tokens) {
            for (String lemma : token.lemmas()) {
                BitSet found = byFirstWord.get(lemma);
                if (found != null) {
                    numbers.or(found);
                }
            }
        }
        return numbers;
    }

    private static final class Search {

        private final List<Token> tokens;
        private final Function<Span, List<Token>> before;
        private final Map<Pattern, List<Span>> exceptions = new HashMap<>();

        Search(List<Token> tokens, Function<Span, List<Token>> before) {
            this.tokens = tokens;
            this.before = before;
        }

        void addMatches(Candidate candidate, List<Match> matches) {
            for (Span span : candidate.pattern.find(tokens)) {
                if (answers(candidate.rule, span)) {
                    matches.add(new Match(candidate.code, candidate.rule, span, vetoed(candidate.rule, span)));
                }
            }
        }

        private boolean vetoed(TaxonomyRule rule, Span span) {
            return rule.unless().stream()
                    .flatMap(pattern -> exceptions.computeIfAbsent(pattern, p -> p.find(tokens)).stream())
                    .anyMatch(span::overlaps);
        }

        private boolean answers(TaxonomyRule rule, Span span) {
            if (rule.after().isEmpty()) {
                return true;
            }
            List<Token> question = before.apply(span);
            return rule.after().stream().anyMatch(pattern -> pattern.matches(question));
        }
    }
}
