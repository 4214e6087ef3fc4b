package dev.callsift.models.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconTest {

    private final LexiconSection sizes = Lexicon.english().section("size");

    @Test
    void findsTheLongestForm() {
        assertThat(sizes.lengthAt(List.of("a", "double", "x", "l", "please"), 1))
                .isEqualTo(3);
        assertThat(sizes.lengthAt(List.of("double", "x"), 0)).isEqualTo(1);
        assertThat(sizes.lengthAt(List.of("kettle"), 0)).isZero();
    }

    @Test
    void aValueIsAFormOfItself() {
        assertThat(sizes.value("xl")).contains("xl");
        assertThat(Lexicon.english().section("courier").value("fedex")).contains("FedEx");
    }

    @Test
    void refusesASectionThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lexicon.english().section("weather"))
                .withMessage("lexicon-en.yaml has no section 'weather'");
    }

    @Test
    void ambiguousFormsAreFormsOfTheirSection() {
        for (String section : List.of("size", "colour", "payment-method", "courier", "weekday")) {
            assertThat(Lexicon.english().ambiguous(section))
                    .isNotEmpty()
                    .allMatch(Lexicon.english().section(section)::has);
        }
    }
}
