package dev.callsift.models.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.models.language.Taxonomy;
import dev.callsift.models.language.TaxonomyCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With the models that the build has trained. */
class LanguageModelsTest {

    private static final LanguageModels ENGLISH = LanguageModels.english();
    private static final List<String> NOTHING = List.of();

    @Test
    void knowsOnlyCodesOfTheTaxonomy() {
        List<String> codes = Taxonomy.english().codesAndSignals().stream()
                .map(TaxonomyCode::code)
                .toList();

        assertThat(codes).containsAll(ENGLISH.customer().categorizer().codes());
        assertThat(codes).containsAll(ENGLISH.agent().categorizer().codes());
    }

    @Test
    void everyCategorizerIsWeighed() {
        for (CodeWeigher speaker : List.of(ENGLISH.customer(), ENGLISH.agent())) {
            assertThat(speaker.categorizer().codes()).isNotEmpty().allSatisfy(code -> assertThat(speaker.weight(code))
                    .isPresent());
        }
    }

    @Test
    void hearsACancellationInWordsThatNameNone() {
        double meant = cancel("please just stop the order and give me my money back", NOTHING);
        double other = cancel("thank you so much have a lovely day", NOTHING);

        assertThat(meant).isGreaterThan(0.5);
        assertThat(other).isLessThan(0.1);
    }

    @Test
    void aYesIsUnderstoodFromTheQuestion() {
        double asked = cancel("yes please", words("would you like me to cancel the order"));
        double anotherQuestion = cancel("yes please", words("is there anything else i can do"));

        assertThat(asked).isGreaterThan(anotherQuestion);
    }

    @Test
    void anUnknownCodeHasNoCategorizer() {
        UtteranceCategorizer categorizer = ENGLISH.customer().categorizer();

        assertThatThrownBy(() -> categorizer.probability("reason.weather", words("it rains"), NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reason.weather has no categorizer");
    }

    private static double cancel(String said, List<String> before) {
        return ENGLISH.customer().categorizer().probability("cancel.requested", words(said), before);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }
}
