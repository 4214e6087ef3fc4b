package dev.callsift.pipeline.tagging;

import dev.callsift.models.language.Pattern.Span;
import dev.callsift.models.language.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * What is judged as one: an utterance, or several where a pause cut off a few words. A long one is judged in overlapping parts, for
 * the models learned from what people say in one breath.
 *
 * @param span its tokens in the passage
 */
record Thought(Passage passage, Span span) {

    private static final int FEWEST_WORDS = 5;
    private static final int LONGEST = 36;
    private static final int STEP = 18;

    /** The thoughts of a passage, in order; together they cover it. */
    static List<Thought> of(Passage passage) {
        List<Thought> thoughts = new ArrayList<>();
        int from = 0;
        for (int next : ends(passage.tokens())) {
            if (next - from >= FEWEST_WORDS || next == passage.tokens().size()) {
                addParts(passage, from, next, thoughts);
                from = next;
            }
        }
        return thoughts;
    }

    /** After which tokens an utterance ends. */
    private static List<Integer> ends(List<Token> tokens) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).first()) {
                ends.add(i);
            }
        }
        if (!tokens.isEmpty()) {
            ends.add(tokens.size());
        }
        return ends;
    }

    private static void addParts(Passage passage, int from, int to, List<Thought> thoughts) {
        int begin = from;
        while (to - begin > LONGEST) {
            thoughts.add(new Thought(passage, new Span(begin, begin + LONGEST)));
            begin += STEP;
        }
        thoughts.add(new Thought(passage, new Span(begin, to)));
    }

    List<String> words() {
        return words(span);
    }

    /** The words of a part of it. */
    List<String> words(Span part) {
        return passage.tokens().subList(part.from(), part.to()).stream()
                .map(Token::text)
                .toList();
    }

    /** The index of its first word in the passage. */
    int firstWord() {
        return passage.tokens().get(span.from()).word();
    }

    /** The index after its last word in the passage. */
    int endWord() {
        return passage.tokens().get(span.to() - 1).word() + 1;
    }

    int utterance() {
        return passage.words(span).getFirst().utterance();
    }
}
