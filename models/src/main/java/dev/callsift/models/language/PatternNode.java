package dev.callsift.models.language;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A part of a pattern. Matching is by continuation: a node offers each place at which it could end to {@code next}, until
 * that accepts one. Gaps are bounded, so the search is too.
 */
sealed interface PatternNode {

    boolean match(List<Token> tokens, int from, IntPredicate next);

    /** The words a match can begin with; empty when the node can match without consuming a word. */
    Set<String> firstWords();

    /** Whether it can match nothing at all. */
    boolean optional();

    /** One word: its lemma or, for {@code exact}, only the form as written. */
    record Words(Set<String> words, boolean exact, Optional<String> partOfSpeech) implements PatternNode {

        @Override
        public boolean match(List<Token> tokens, int from, IntPredicate next) {
            for (int i = from; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                if (accepts(token) && next.test(i + 1)) {
                    return true;
                }
                if (!token.soft()) {
                    return false;
                }
            }
            return false;
        }

        private boolean accepts(Token token) {
            return partOfSpeech.map(token.partOfSpeech()::equals).orElse(true)
                    && (exact ? words.contains(token.text()) : containsLemma(token));
        }

        private boolean containsLemma(Token token) {
            for (String lemma : token.lemmas()) {
                if (words.contains(lemma)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Set<String> firstWords() {
            return words;
        }

        @Override
        public boolean optional() {
            return false;
        }
    }

    /** Any one word, of a part of speech where that is given. */
    record Any(Optional<String> partOfSpeech) implements PatternNode {

        @Override
        public boolean match(List<Token> tokens, int from, IntPredicate next) {
            return from < tokens.size()
                    && partOfSpeech.map(tokens.get(from).partOfSpeech()::equals).orElse(true)
                    && next.test(from + 1);
        }

        @Override
        public Set<String> firstWords() {
            return Set.of();
        }

        @Override
        public boolean optional() {
            return false;
        }
    }

    /** Up to so many words of the same utterance, the fewer the better; soft words do not count. */
    record Gap(int most) implements PatternNode {

        @Override
        public boolean match(List<Token> tokens, int from, IntPredicate next) {
            int counted = 0;
            for (int i = from; counted <= most; i++) {
                if (next.test(i)) {
                    return true;
                }
                if (i >= tokens.size() || tokens.get(i).first()) {
                    return false;
                }
                counted += tokens.get(i).soft() ? 0 : 1;
            }
            return false;
        }

        @Override
        public Set<String> firstWords() {
            return Set.of();
        }

        @Override
        public boolean optional() {
            return true;
        }
    }

    record Choice(List<PatternNode> options) implements PatternNode {

        @Override
        public boolean match(List<Token> tokens, int from, IntPredicate next) {
            for (PatternNode option : options) {
                if (option.match(tokens, from, next)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Set<String> firstWords() {
            Set<String> first = new HashSet<>();
            options.forEach(option -> first.addAll(option.firstWords()));
            return first;
        }

        @Override
        public boolean optional() {
            return options.stream().anyMatch(PatternNode::optional);
        }
    }

    record Sequence(List<PatternNode> parts) implements PatternNode {

        @Override
        public boolean match(List<Token> tokens, int from, IntPredicate next) {
            return matchPart(0, tokens, from, next);
        }

        private boolean matchPart(int part, List<Token> tokens, int from, IntPredicate next) {
            return part == parts.size()
                    ? next.test(from)
                    : parts.get(part).match(tokens, from, end -> matchPart(part + 1, tokens, end, next));
        }

        @Override
        public Set<String> firstWords() {
            Set<String> first = new HashSet<>();
            for (PatternNode part : parts) {
                first.addAll(part.firstWords());
                if (!part.optional()) {
                    break;
                }
            }
            return first;
        }

        @Override
        public boolean optional() {
            return parts.stream().allMatch(PatternNode::optional);
        }
    }

    /** Rather present than absent. */
    record Maybe(PatternNode inner) implements PatternNode {

        @Override
        public boolean match(List<Token> tokens, int from, IntPredicate next) {
            return inner.match(tokens, from, next) || next.test(from);
        }

        @Override
        public Set<String> firstWords() {
            return inner.firstWords();
        }

        @Override
        public boolean optional() {
            return true;
        }
    }

    /** What must not come next; consumes nothing. */
    record Not(PatternNode inner) implements PatternNode {

        @Override
        public boolean match(List<Token> tokens, int from, IntPredicate next) {
            return !inner.match(tokens, from, end -> true) && next.test(from);
        }

        @Override
        public Set<String> firstWords() {
            return Set.of();
        }

        @Override
        public boolean optional() {
            return true;
        }
    }

    /** The beginning of an utterance; soft words before it are overheard. */
    record UtteranceStart() implements PatternNode {

        @Override
        public boolean match(List<Token> tokens, int from, IntPredicate next) {
            int i = from;
            while (i < tokens.size()
                    && !tokens.get(i).first()
                    && i > 0
                    && tokens.get(i - 1).soft()) {
                i--;
            }
            return i < tokens.size() && (i == 0 || tokens.get(i).first()) && next.test(from);
        }

        @Override
        public Set<String> firstWords() {
            return Set.of();
        }

        @Override
        public boolean optional() {
            return true;
        }
    }

    /** The end of an utterance; soft words before it are overheard. */
    record UtteranceEnd() implements PatternNode {

        @Override
        public boolean match(List<Token> tokens, int from, IntPredicate next) {
            int i = from;
            while (i < tokens.size() && !tokens.get(i).first() && tokens.get(i).soft()) {
                i++;
            }
            return (i >= tokens.size() || tokens.get(i).first()) && next.test(from);
        }

        @Override
        public Set<String> firstWords() {
            return Set.of();
        }

        @Override
        public boolean optional() {
            return true;
        }
    }
}
