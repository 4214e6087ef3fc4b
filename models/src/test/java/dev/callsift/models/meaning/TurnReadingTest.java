package dev.callsift.models.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsift.models.language.RuleSpeaker;
import dev.callsift.models.meaning.TurnReading.Name;
import dev.callsift.models.meaning.TurnReading.WordReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnReadingTest {

    /** Odds of 1 and of 3 for a customer; an agent would show nothing. */
    private static final TurnReading READING = reading(List.of(new Name("colour", 0, 1)), 0, Math.log(3));

    @Test
    void oddsOfWordsAreSummed() {
        assertThat(likelihood(READING.likelihoods(RuleSpeaker.CUSTOMER))).isCloseTo(0.8, within(1e-6));
        assertThat(likelihood(READING.likelihoods(RuleSpeaker.AGENT))).isLessThan(0.01);
    }

    @Test
    void ofSomeWordsOnlyTheirsAre() {
        assertThat(likelihood(READING.likelihoods(RuleSpeaker.CUSTOMER, 0, 1))).isCloseTo(0.5, within(1e-6));
        assertThat(likelihood(READING.likelihoods(RuleSpeaker.CUSTOMER, 1, 2))).isCloseTo(0.75, within(1e-6));
        assertThat(likelihood(READING.likelihoods(RuleSpeaker.CUSTOMER, 1, 1))).isZero();
    }

    @Test
    void rolesAreTheMeanOfTheWords() {
        assertThat(READING.settled(0, 2)).isCloseTo(0.5, within(1e-9));
        assertThat(READING.before(1, 2)).isCloseTo(0.25, within(1e-9));
        assertThat(READING.settled(1, 1)).isZero();
    }

    @Test
    void bothPartsOfALongTurnAreHeard() {
        TurnReading both = READING.and(reading(List.of(), 2));

        assertThat(likelihood(both.likelihoods(RuleSpeaker.CUSTOMER)))
                .isCloseTo((4 + Math.exp(2)) / (5 + Math.exp(2)), within(1e-6));
    }

    @Test
    void aNameThatTheCutGoesThroughIsOne() {
        TurnReading first = reading(List.of(new Name("colour", 0, 1), new Name("address", 1, 3)), 0, 0, 0);
        TurnReading second = reading(List.of(new Name("address", 0, 2), new Name("size", 2, 3)), 0, 0, 0);

        assertThat(first.and(second).names())
                .containsExactly(new Name("colour", 0, 1), new Name("address", 1, 5), new Name("size", 5, 6));
    }

    private static double likelihood(Map<String, Double> likelihoods) {
        return likelihoods.getOrDefault("a", -1.0);
    }

    private static TurnReading reading(List<Name> names, double... logOdds) {
        List<WordReading> words = new ArrayList<>();
        for (double each : logOdds) {
            words.add(new WordReading(new float[] {(float) each, -9}, words.size() % 2, words.size() % 2 / 4.0));
        }
        return new TurnReading(List.of("a"), words, names);
    }
}
