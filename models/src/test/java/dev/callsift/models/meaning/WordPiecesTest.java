package dev.callsift.models.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WordPiecesTest {

    private static WordPieces pieces;

    @BeforeAll
    static void load() throws IOException {
        pieces = new WordPieces(EncoderFiles.vocabulary());
    }

    /** The numbers are those that the tokenizer gives which the encoder was trained with. */
    @Test
    void wordsAreCutAsInTraining() {
        List<List<Long>> read = Stream.of("i", "don't", "want", "the", "maroon", "lehenga")
                .map(pieces::of)
                .toList();

        assertThat(read)
                .containsExactly(
                        List.of(1045L),
                        List.of(2123L, 1005L, 1056L),
                        List.of(2215L),
                        List.of(1996L),
                        List.of(22222L),
                        List.of(3393L, 10222L, 3654L));
        assertThat(pieces.begin()).isEqualTo(101);
        assertThat(pieces.end()).isEqualTo(102);
    }

    @Test
    void lettersItDoesNotKnowAreUnknown() {
        assertThat(pieces.of("\uD83D\uDE00")).containsExactly(100L);
    }
}
