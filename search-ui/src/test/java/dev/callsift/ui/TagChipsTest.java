package dev.callsift.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.models.language.Taxonomy;
import dev.callsift.models.language.TaxonomyCode;
import org.junit.jupiter.api.Test;

final class TagChipsTest {

    private final Taxonomy taxonomy = Taxonomy.english();
    private final TagChips chips = new TagChips(taxonomy);

    @Test
    void showsTheTitlesOfTheTaxonomy() {
        for (TaxonomyCode code : taxonomy.codes()) {
            assertThat(chips.of(code.code()).title()).isEqualTo(code.title());
            assertThat(chips.of(code.code()).definition()).isEqualTo(code.definition());
            assertThat(chips.styles()).contains("\"" + code.code() + "\"").contains(code.colour());
        }
    }

    @Test
    void spellsOutACodeThatIsNoLongerKnown() {
        assertThat(chips.of("modify.gift-wrap"))
                .isEqualTo(new TagChip("modify.gift-wrap", "Change gift wrap", "modify.gift-wrap", "modify"));
        assertThat(chips.of("own-code").kind()).isEqualTo("topic");
    }

    @Test
    void keepsWhatWasSavedApartFromWhatWasLost() {
        assertThat(chips.of("cancel.saved").kind()).isEqualTo("saved");
        assertThat(chips.of("cancel.confirmed").kind()).isEqualTo("cancel");
    }
}
