package dev.callsift.search.query;

import dev.callsift.search.query.QueryNode.Word;
import java.util.ArrayList;
import java.util.List;

/** Abbreviations typed letter by letter: {@code c o d} is one word, as {@code cod} is. */
final class Letters {

    private static final int LONGEST = 5;

    private Letters() {}

    /** Joins each run of two to five single letters. A run does not begin with a or i, which are words. */
    static List<QueryNode> join(List<QueryNode> parts) {
        List<QueryNode> joined = new ArrayList<>();
        for (int i = 0; i < parts.size(); ) {
            int letters = run(parts, i);
            joined.add(letters < 2 ? parts.get(i) : word(parts.subList(i, i + letters)));
            i += Math.max(1, letters);
        }
        return joined;
    }

    private static int run(List<QueryNode> parts, int from) {
        int end = from;
        while (end < parts.size() && letter(parts.get(end)) && !(end == from && article(parts.get(end)))) {
            end++;
        }
        return end - from <= LONGEST ? end - from : 0;
    }

    private static boolean letter(QueryNode node) {
        return node instanceof Word word
                && word.word().length() == 1
                && Character.isLetter(word.word().charAt(0));
    }

    private static boolean article(QueryNode node) {
        return node instanceof Word word
                && (word.word().equals("a") || word.word().equals("i"));
    }

    private static QueryNode word(List<QueryNode> letters) {
        StringBuilder word = new StringBuilder();
        letters.forEach(letter -> word.append(letter.text()));
        return new Word(word.toString());
    }
}
