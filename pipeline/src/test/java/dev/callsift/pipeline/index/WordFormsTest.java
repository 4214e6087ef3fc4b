package dev.callsift.pipeline.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordFormsTest {

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "cancels", "cancelled", "canceled", "cancelling", "canceling", "cancelation"})
    void meetsAllFormsOfCancelInOneStem(String word) {
        assertThat(WordForms.of(word).stem())
                .isEqualTo(WordForms.of("cancellation").stem());
    }

    @ParameterizedTest
    @CsvSource({"order, orders", "refund, refunded", "deliver, delivered", "change, changing", "parcel, parcels"})
    void meetsInflections(String one, String other) {
        assertThat(WordForms.of(one).stem()).isEqualTo(WordForms.of(other).stem());
    }

    @ParameterizedTest
    @CsvSource({"address, add", "courier, course", "return, retail", "price, prize", "late, later"})
    void keepsDifferentWordsApart(String one, String other) {
        assertThat(WordForms.of(one).stem()).isNotEqualTo(WordForms.of(other).stem());
    }

    @Test
    void takesContractionsWithAnyApostropheOrNone() {
        assertThat(WordForms.of("don\u2019t").stem()).isEqualTo("dont");
        assertThat(WordForms.of("Don't").stem()).isEqualTo(WordForms.of("dont").stem());
        assertThat(WordForms.of("we'll").stem())
                .isNotEqualTo(WordForms.of("well").stem());
        assertThat(WordForms.of("customer's").stem())
                .isEqualTo(WordForms.of("customer").stem());
    }

    @Test
    void takesPunctuationOffTheEnds() {
        assertThat(WordForms.of("(Cancel!)").surface()).isEqualTo("cancel");
        assertThat(WordForms.of("c.").surface()).isEqualTo("c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<unk>", "[noise]", "--", " ", ""})
    void isSilentForWhatIsNoWord(String mark) {
        assertThat(WordForms.of(mark).silent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"cancel, council", "cancel, console", "refund, revound", "courier, carrier", "address, attress"})
    void soundsAlike(String said, String heard) {
        assertThat(WordForms.of(said).keys())
                .containsAnyElementsOf(WordForms.of(heard).keys());
    }

    @ParameterizedTest
    @CsvSource({"late, let", "cod, got", "pay, buy", "go, key"})
    void doesNotTakeShortWordsForEachOther(String said, String heard) {
        assertThat(WordForms.of(said).keys())
                .doesNotContainAnyElementsOf(WordForms.of(heard).keys());
    }

    @Test
    void takesAnyScript() {
        assertThat(WordForms.of("\u0930\u0926\u094d\u0926").surface()).isEqualTo("\u0930\u0926\u094d\u0926");
        assertThat(WordForms.of("\u0930\u0926\u094d\u0926").keys()).isNotEmpty();
    }
}
