package dev.callsift.models.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.callsift.models.meaning.TurnReading;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the model that the build trained. */
class EntityFinderTest {

    /** A tuesday. */
    private static final Optional<LocalDate> CALL = Optional.of(LocalDate.of(2026, 11, 24));

    private final EntityFinder finder = EntityFinder.english();

    private List<Entity> find(String said) {
        return finder.find(List.of(said.split(" ")), CALL);
    }

    @ParameterizedTest
    @CsvSource({
        "please change it to extra large, SIZE, extra large, xl",
        "i want the navy blue one, COLOUR, navy blue, navy blue",
        "can you deliver it on friday, DATE, friday, 2026-11-27",
        "can i pay by cash on delivery, PAYMENT_METHOD, cash on delivery, cash on delivery",
        "blue dart never came, COURIER, blue dart, Blue Dart",
        "my email is r dot sharma at gmail dot com, EMAIL, r dot sharma at gmail dot com, r.sharma@gmail.com",
        "my name is priya nair, PERSON, priya nair, Priya Nair",
        "my order number is c s double four one nine, ORDER_NUMBER, c s double four one nine, CS4419"
    })
    void findsWhatIsNamed(String said, EntityType type, String words, String value) {
        assertThat(find(said)).anySatisfy(entity -> {
            assertThat(entity.type()).isEqualTo(type);
            assertThat(entity.words()).isEqualTo(words);
            assertThat(entity.value()).contains(value);
        });
    }

    @Test
    void findsSeveralInTheOrderOfTheirWords() {
        List<Entity> found = find("make it extra large and deliver it on friday by blue dart");

        assertThat(found)
                .extracting(Entity::type)
                .containsExactly(EntityType.SIZE, EntityType.DATE, EntityType.COURIER);
        assertThat(found.getFirst().from()).isEqualTo(2);
        assertThat(found.getFirst().to()).isEqualTo(4);
    }

    @Test
    void whatBoundsATimeBelongsToIt() {
        List<String> words = List.of("bring it not before ten please".split(" "));

        assertThat(EntityFinder.read(words, Optional.empty(), List.of(new TurnReading.Name("time-window", 4, 5))))
                .extracting(Entity::words, Entity::value)
                .containsExactly(tuple("not before ten", Optional.of("10:00/")));
    }

    @Test
    void aPartOfSomeDayIsNoDate() {
        List<String> words = List.of("in the morning not tuesday morning".split(" "));
        List<TurnReading.Name> read = List.of(new TurnReading.Name("date", 1, 3), new TurnReading.Name("date", 4, 6));

        assertThat(EntityFinder.read(words, Optional.empty(), read))
                .extracting(Entity::type)
                .containsExactly(EntityType.TIME_WINDOW, EntityType.DATE);
    }

    @Test
    void findsNothingWhereNothingIsNamed() {
        assertThat(find("no thank you that is all")).isEmpty();
        assertThat(finder.find(List.of(), CALL)).isEmpty();
    }

    @Test
    void daysHaveNoValueWithoutTheDayOfTheCall() {
        assertThat(finder.find(List.of("deliver", "it", "on", "friday"), Optional.empty()))
                .singleElement()
                .satisfies(entity -> assertThat(entity.value()).isEmpty());
    }

    @Test
    void understandsABareAnswerByTheQuestion() {
        List<String> answer = List.of("priya", "nair");
        List<String> question = List.of("what", "is", "the", "name", "on", "the", "order");

        assertThat(finder.find(answer, question, CALL))
                .containsExactly(new Entity(EntityType.PERSON, 0, 2, "priya nair", Optional.of("Priya Nair")));
    }

    @Test
    void manyThreadsFindWhatOneFinds() {
        List<String> said =
                List.of("change it to a medium in navy blue and send it by royal mail on sunday".split(" "));
        List<Entity> expected = finder.find(said, CALL);

        assertThat(IntStream.range(0, 400).parallel().mapToObj(i -> finder.find(said, CALL)))
                .allMatch(expected::equals);
        assertThat(expected).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void whereTheEncoderHasReadTheWordsItsNamesCount() {
        List<String> words = List.of("send", "it", "to", "my", "mum's", "place", "in", "extra", "large");

        List<Entity> found = EntityFinder.read(words, Optional.empty(), List.of(new TurnReading.Name("address", 4, 6)));

        assertThat(found)
                .extracting(Entity::type, Entity::words)
                .containsExactly(tuple(EntityType.ADDRESS, "mum's place"), tuple(EntityType.SIZE, "extra large"));
    }
}
