package dev.callsift.models.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
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
        WordPieces.Text text = pieces.read(List.of("i", "don't", "want", "the", "maroon", "lehenga"), List.of());

        assertThat(text.pieces())
                .containsExactly(101, 102, 1045, 2123, 1005, 1056, 2215, 1996, 22222, 3393, 10222, 3654, 102);
        assertThat(text.first()).containsExactly(2, 3, 6, 7, 8, 9);
    }

    @Test
    void whatWasSaidBeforeStandsInFront() {
        WordPieces.Text text = pieces.read(List.of("yes"), List.of("want", "the", "maroon"));

        assertThat(text.pieces()).containsExactly(101, 2215, 1996, 22222, 102, 2748, 102);
        assertThat(text.segments()).containsExactly(0, 0, 0, 0, 0, 1, 1);
        assertThat(text.first()).containsExactly(5);
    }

    @Test
    void ofALongQuestionTheEndIsRead() {
        List<String> question = Collections.nCopies(50, "well");

        assertThat(pieces.read(List.of("yes"), question).pieces()).hasSize(20 + 4);
    }

    @Test
    void lettersItDoesNotKnowAreUnknown() {
        assertThat(pieces.read(List.of("\uD83D\uDE00"), List.of()).pieces()).containsExactly(101, 102, 100, 102);
    }

    @Test
    void whatIsTooLongIsCutOff() {
        List<String> many = Collections.nCopies(100, "donaudampfschifffahrtsgesellschaft");

        WordPieces.Text text = pieces.read(many, many);

        assertThat(text.pieces()).hasSize(512).endsWith(102);
        assertThat(text.segments()).hasSize(512).startsWith(0).endsWith(1);
        assertThat(text.first()).hasSize(100).endsWith(511);
    }
}
