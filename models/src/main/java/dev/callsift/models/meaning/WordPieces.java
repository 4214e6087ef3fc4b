package dev.callsift.models.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import opennlp.tools.tokenize.WordpieceTokenizer;

/** The pieces of words that the encoder knows, by number. Immutable. */
final class WordPieces {

    private static final int LONGEST_BEFORE = 20;

    /** The encoder has places for 512. */
    private static final int MOST = 511;

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

    /**
     * A turn as the encoder reads it: begin, the last words of what was said before, end, its words, end. What is too long is cut off.
     *
     * @param pieces by number
     * @param segments 0 up to the first end, 1 from there on
     * @param first for each word the index of its first piece
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Text(long[] pieces, long[] segments, int[] first) {}

    Text read(List<String> words, List<String> before) {
        List<Long> pieces = new ArrayList<>();
        pieces.add(number(BEGIN));
        before.subList(Math.max(0, before.size() - LONGEST_BEFORE), before.size())
                .forEach(word -> add(word, pieces));
        pieces.subList(Math.min(pieces.size(), MOST / 2), pieces.size()).clear();
        pieces.add(number(END));
        int begin = pieces.size();
        int[] first = new int[words.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = Math.min(pieces.size(), MOST);
            add(words.get(i), pieces);
        }
        pieces.add(number(END));
        return new Text(
                pieces.stream().mapToLong(Long::longValue).toArray(),
                LongStream.range(0, pieces.size()).map(i -> i < begin ? 0 : 1).toArray(),
                first);
    }

    private void add(String word, List<Long> pieces) {
        Long whole = numbers.get(word);
        List<Long> parts = whole == null ? parts(word) : List.of(whole);
        pieces.addAll(parts.subList(0, Math.min(parts.size(), MOST - pieces.size())));
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
