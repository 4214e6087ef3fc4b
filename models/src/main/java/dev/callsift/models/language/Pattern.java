package dev.callsift.models.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A pattern over the tokens of what one speaker says; its language is described at the head of {@code taxonomy-en.yaml}.
 * Immutable and safe for use by several threads.
 */
public final class Pattern {

    private final String text;
    private final PatternNode node;
    private final Set<String> firstWords;

    Pattern(String text, PatternNode node) {
        this.text = text;
        this.node = node;
        this.firstWords = Set.copyOf(node.firstWords());
    }

    /** A match: tokens {@code from} (inclusive) to {@code to} (exclusive). */
    public record Span(int from, int to) {

        public boolean overlaps(Span other) {
            return from < other.to && other.from < to;
        }

        public int length() {
            return to - from;
        }
    }

    /** Every match, at most one for each token it can begin with, in order. */
    public List<Span> find(List<Token> tokens) {
        List<Span> spans = new ArrayList<>();
        for (int from = 0; from < tokens.size(); from++) {
            int start = from;
            if (canBegin(tokens.get(start))) {
                node.match(tokens, start, end -> end > start && spans.add(new Span(start, end)));
            }
        }
        return spans;
    }

    public boolean matches(List<Token> tokens) {
        return !find(tokens).isEmpty();
    }

    private boolean canBegin(Token token) {
        for (String lemma : token.lemmas()) {
            if (firstWords.contains(lemma)) {
                return true;
            }
        }
        return false;
    }

    /** The words a match can begin with. */
    public Set<String> firstWords() {
        return firstWords;
    }

    /** As written in the taxonomy. */
    @Override
    public String toString() {
        return text;
    }
}
