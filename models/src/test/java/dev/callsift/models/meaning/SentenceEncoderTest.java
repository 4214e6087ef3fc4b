package dev.callsift.models.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SentenceEncoderTest {

    private static final List<String> NOTHING = List.of();
    private static SentenceEncoder encoder;

    @BeforeAll
    static void load() {
        encoder = SentenceEncoder.english().orElseThrow();
    }

    @Test
    void whatIsSaidInOtherWordsLiesCloser() {
        MeaningVector late = meaning("the parcel should have been here days ago");
        MeaningVector overdue = meaning("my delivery is long overdue");
        MeaningVector colour = meaning("could you make it the green one");

        assertThat(closeness(late, overdue)).isGreaterThan(closeness(late, colour) + 0.1);
    }

    @Test
    void aShortAnswerMeansWhatItAnswers() {
        MeaningVector cancels = encoder.encode(words("yes please"), words("shall i cancel the order for you"));
        MeaningVector sends = encoder.encode(words("yes please"), words("shall i send you the invoice"));

        assertThat(closeness(cancels, sends)).isLessThan(0.95);
    }

    @Test
    void theSameWordsGiveTheSameMeaningWhateverCameBefore() {
        MeaningVector first = meaning("take it off my order");
        meaning("something else that is a good deal longer than what was said before it");

        assertThat(closeness(meaning("take it off my order"), first)).isCloseTo(1, within(1e-6));
    }

    @Test
    void manyThreadsGetWhatOneGets() {
        List<String> texts =
                IntStream.range(0, 40).mapToObj(i -> "i want " + i + " of them").toList();
        List<MeaningVector> alone =
                texts.stream().map(SentenceEncoderTest::meaning).toList();
        List<MeaningVector> together =
                texts.parallelStream().map(SentenceEncoderTest::meaning).toList();

        for (int i = 0; i < texts.size(); i++) {
            assertThat(closeness(alone.get(i), together.get(i))).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void aTextOfAnyLengthAndAnyLettersHasAMeaning() {
        assertThat(closeness(meaning("नमस्ते"), meaning("नमस्ते"))).isCloseTo(1, within(1e-6));
        List<String> endless = Collections.nCopies(2_000, "well");

        assertThat(closeness(encoder.encode(endless, NOTHING), encoder.encode(endless, NOTHING)))
                .isCloseTo(1, within(1e-6));
    }

    private static MeaningVector meaning(String text) {
        return encoder.encode(words(text), NOTHING);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    private static double closeness(MeaningVector one, MeaningVector other) {
        double[] values = new double[SentenceEncoder.DIMENSIONS];
        one.addTo(values, 0, 1);
        return other.dot(values, 0);
    }
}
