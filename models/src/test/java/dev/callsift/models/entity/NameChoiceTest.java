package dev.callsift.models.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameChoiceTest {

    private static final Named LARGE = new Named(EntityType.SIZE, 3, 4);
    private static final Named EXTRA_LARGE = new Named(EntityType.SIZE, 2, 4);
    private static final Named CARD = new Named(EntityType.PAYMENT_METHOD, 2, 3);

    @Test
    void takesFromTheLexiconWhatTheFinderDidNotSee() {
        assertThat(NameChoice.choose(List.of(), List.of(), List.of(CARD))).containsExactly(CARD);
    }

    @Test
    void takesTheLongerNameWhereBothMeanTheSame() {
        assertThat(NameChoice.choose(List.of(), List.of(LARGE), List.of(EXTRA_LARGE)))
                .containsExactly(EXTRA_LARGE);
        assertThat(NameChoice.choose(List.of(), List.of(EXTRA_LARGE), List.of(LARGE)))
                .containsExactly(EXTRA_LARGE);
    }

    @Test
    void believesTheFinderWhereTypesDiffer() {
        Named birthdayCard = new Named(EntityType.PRODUCT, 1, 3);

        assertThat(NameChoice.choose(List.of(), List.of(birthdayCard), List.of(CARD)))
                .containsExactly(birthdayCard);
    }

    @Test
    void givesNamesInTheOrderOfTheirWords() {
        Named first = new Named(EntityType.COLOUR, 0, 1);

        assertThat(NameChoice.choose(List.of(), List.of(CARD), List.of(first))).containsExactly(first, CARD);
    }

    @Test
    void believesTheFormOfAnEmailAddress() {
        Named spelled = new Named(EntityType.EMAIL, 0, 5);
        Named trained = new Named(EntityType.PERSON, 0, 1);

        assertThat(NameChoice.choose(List.of(spelled), List.of(trained), List.of()))
                .containsExactly(spelled);
    }
}
