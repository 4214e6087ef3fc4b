package dev.callsift.models.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.models.language.RuleSpeaker;
import dev.callsift.models.meaning.TurnReading.Name;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnReadingTest {

    @Test
    void bothPartsOfALongTurnAreHeard() {
        TurnReading first = reading(2, 3, 0.2, 0.9, List.of());
        TurnReading second = reading(8, 1, 0.7, 0.1, List.of());

        TurnReading both = first.and(second);

        assertThat(both.vector()).containsExactly(3.5f);
        assertThat(both.likelihoods(RuleSpeaker.CUSTOMER)).isEqualTo(Map.of("a", 0.7, "b", 0.9));
    }

    @Test
    void aNameThatTheCutGoesThroughIsOne() {
        TurnReading first = reading(0, 3, 0, 0, List.of(new Name("colour", 0, 1), new Name("address", 1, 3)));
        TurnReading second = reading(0, 3, 0, 0, List.of(new Name("address", 3, 5), new Name("size", 5, 6)));

        assertThat(first.and(second).names())
                .containsExactly(new Name("colour", 0, 1), new Name("address", 1, 5), new Name("size", 5, 6));
    }

    private static TurnReading reading(float number, int words, double a, double b, List<Name> names) {
        return new TurnReading(
                new float[] {number}, words, Map.of(RuleSpeaker.CUSTOMER, Map.of("a", a, "b", b)), names);
    }
}
