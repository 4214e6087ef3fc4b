package dev.callsift.models.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import opennlp.tools.tokenize.WordpieceTokenizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pieces of words that an encoder knows, by number. Immutable. */
final class WordPieces {

    /** The encoder takes 512, begin and ends included. */
    private static final int LONGEST = 128;

    private static final String BEGIN = WordpieceTokenizer.BERT_CLS_TOKEN;
    private static final String END = WordpieceTokenizer.BERT_SEP_TOKEN;
    private static final String UNKNOWN = WordpieceTokenizer.BERT_UNK_TOKEN;

    private final Map<String, Long> numbers;
    private final WordpieceTokenizer tokenizer;

    private WordPieces(Map<String, Long> numbers) {
        this.numbers = Map.copyOf(numbers);
        this.tokenizer = new WordpieceTokenizer(this.numbers.keySet(), BEGIN, END, UNKNOWN);
    }

    /** Those of the encoder with this name, from its {@code tokenizer.json}. */
    static WordPieces of(String encoder) throws IOException {
        try (InputStream stream = SentenceEncoder.open("/" + encoder + "-tokenizer.json")) {
            JsonNode vocabulary =
                    new JsonMapper().readTree(stream).path("model").path("vocab");
            Map<String, Long> numbers = new HashMap<>();
            vocabulary
                    .properties()
                    .forEach(piece ->
                            numbers.put(piece.getKey(), piece.getValue().asLong()));
            return new WordPieces(numbers);
        }
    }

    /** Begin, the pieces of a text, end. */
    long[] of(List<String> words) {
        return numbers(Stream.of(Stream.of(BEGIN), inside(words), Stream.of(END)));
    }

    /** Begin, the pieces of a text, end, the pieces of another, end. */
    long[] of(List<String> first, List<String> second) {
        return numbers(Stream.of(Stream.of(BEGIN), inside(first), Stream.of(END), inside(second), Stream.of(END)));
    }

    private Stream<String> inside(List<String> words) {
        String[] pieces = tokenizer.tokenize(String.join(" ", words));
        return Stream.of(pieces).skip(1).limit(Math.min(pieces.length - 2, LONGEST));
    }

    private long[] numbers(Stream<Stream<String>> pieces) {
        long unknown = numbers.getOrDefault(UNKNOWN, 0L);
        return pieces.flatMap(each -> each)
                .flatMapToLong(piece -> LongStream.of(numbers.getOrDefault(piece, unknown)))
                .toArray();
    }
}
