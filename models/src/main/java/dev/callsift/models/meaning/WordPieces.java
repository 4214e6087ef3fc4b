package dev.callsift.models.meaning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import opennlp.tools.tokenize.WordpieceTokenizer;

/** The pieces of words that the encoder knows, by number. Immutable. */
final class WordPieces {

    private static final String BEGIN = WordpieceTokenizer.BERT_CLS_TOKEN;
    private static final String END = WordpieceTokenizer.BERT_SEP_TOKEN;
    private static final String UNKNOWN = WordpieceTokenizer.BERT_UNK_TOKEN;

    private final Map<String, Long> numbers;
    private final WordpieceTokenizer tokenizer;
    private final long unknown;

    /** @param vocabulary the pieces in the order of their numbers */
    WordPieces(List<String> vocabulary) {
        Map<String, Long> known = new HashMap<>();
        for (int i = 0; i < vocabulary.size(); i++) {
            known.put(vocabulary.get(i), (long) i);
        }
        this.numbers = Map.copyOf(known);
        this.tokenizer = new WordpieceTokenizer(numbers.keySet(), BEGIN, END, UNKNOWN);
        this.unknown = number(UNKNOWN);
    }

    /** What stands before the first turn. */
    long begin() {
        return number(BEGIN);
    }

    /** What stands after each turn. */
    long end() {
        return number(END);
    }

    /** At least one piece. */
    List<Long> of(String word) {
        Long whole = numbers.get(word);
        return whole == null ? parts(word) : List.of(whole);
    }

    private List<Long> parts(String word) {
        String[] parts = tokenizer.tokenize(word);
        return Stream.of(parts)
                .skip(1)
                .limit(parts.length - 2)
                .map(part -> numbers.getOrDefault(part, unknown))
                .toList();
    }

    private long number(String piece) {
        return numbers.getOrDefault(piece, 0L);
    }
}
