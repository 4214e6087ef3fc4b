package dev.callsift.models.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.models.change.ChangeModel.Roles;
import dev.callsift.models.entity.Entity;
import dev.callsift.models.entity.EntityFinder;
import dev.callsift.models.entity.EntityType;
import dev.callsift.models.language.RuleSpeaker;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeModelTest {

    private static final String SIZE = "modify.size";

    @Test
    void theLastCorrectionWins() {
        List<SpokenTurn> turns = List.of(customer("can i have it in medium no sorry large please"));

        List<Roles> roles = roles(turns, List.of(List.of(size(5, 6, turns.getFirst()), size(8, 9, turns.getFirst()))));

        assertThat(roles.getLast().to()).isGreaterThan(roles.getFirst().to());
    }

    @Test
    void whatIsChangedFromIsNotWhatItIsChangedTo() {
        List<SpokenTurn> turns = List.of(customer("please change it from medium to large"));

        List<Roles> roles = roles(turns, List.of(List.of(size(4, 5, turns.getFirst()), size(6, 7, turns.getFirst()))));

        assertThat(roles.getFirst().from()).isGreaterThan(roles.getLast().from());
        assertThat(roles.getLast().to()).isGreaterThan(0.5);
    }

    @Test
    void aDayAndATimeOfDayAreOneValue() {
        List<String> words = words("on friday in the evening");
        List<Entity> named =
                List.of(EntityFinder.named("date", 1, 2, words), EntityFinder.named("time-window", 4, 5, words));

        List<NamedValue> values = NamedValues.of("modify.schedule", List.of(words), List.of(named));

        assertThat(values).hasSize(1);
        assertThat(values.getFirst().from()).isEqualTo(1);
        assertThat(values.getFirst().to()).isEqualTo(5);
    }

    @Test
    void theDayStandsBeforeTheTime() {
        List<String> words = words("after six on friday");
        List<Entity> named =
                List.of(EntityFinder.named("time-window", 0, 2, words), EntityFinder.named("date", 3, 4, words));

        assertThat(NamedValues.of("modify.schedule", List.of(words), List.of(named)))
                .extracting(NamedValue::value)
                .containsExactly("friday 18:00/");
    }

    @Test
    void twoDaysAreTwoValues() {
        List<String> words = words("to saturday morning from friday in the evening");
        List<Entity> named = List.of(
                EntityFinder.named("date", 1, 2, words),
                EntityFinder.named("time-window", 2, 3, words),
                EntityFinder.named("date", 4, 5, words),
                EntityFinder.named("time-window", 7, 8, words));

        assertThat(NamedValues.of("modify.schedule", List.of(words), List.of(named)))
                .extracting(NamedValue::value)
                .containsExactly("saturday 08:00/12:00", "friday 17:00/21:00");
    }

    @Test
    void addressesOfEmailThatAreSaidOneAfterTheOtherAreTwoValues() {
        List<String> words = words("tom at gmail dot com tom at yahoo dot com");
        List<Entity> named =
                List.of(EntityFinder.named("email", 0, 5, words), EntityFinder.named("email", 5, 10, words));

        assertThat(NamedValues.of("modify.contact", List.of(words), List.of(named)))
                .extracting(NamedValue::value)
                .containsExactly("tom@gmail.com", "tom@yahoo.com");
    }

    @Test
    void aPlaceAndItsPostalCodeAreOneValueButTwoPlacesAreNot() {
        List<String> words = words("to nine mill lane postcode l s six from the office");
        List<Entity> named = List.of(
                EntityFinder.named("address", 1, 4, words),
                EntityFinder.named("postal-code", 5, 8, words),
                EntityFinder.named("address", 10, 11, words));

        List<NamedValue> values = NamedValues.of("modify.address", List.of(words), List.of(named));

        assertThat(values).hasSize(2);
        assertThat(values.getFirst().kinds()).containsExactly(EntityType.ADDRESS, EntityType.POSTAL_CODE);
        assertThat(values.getFirst().value()).startsWith("nine mill lane ");
        assertThat(values.getLast().value()).isEqualTo("office");
    }

    @Test
    void aTimeSaidApartCompletesADayAndNothingElse() {
        NamedValue day = new NamedValue(List.of(EntityType.DATE), 0, 0, 1, "saturday");
        NamedValue time = new NamedValue(List.of(EntityType.TIME_WINDOW), 2, 0, 1, "18:00/");
        NamedValue both = new NamedValue(List.of(EntityType.DATE, EntityType.TIME_WINDOW), 3, 0, 2, "saturday 18:00/");

        assertThat(day.isCompletedBy(time)).isTrue();
        assertThat(time.isCompletedBy(day)).isTrue();
        assertThat(day.isCompletedBy(day)).isFalse();
        assertThat(both.isCompletedBy(time)).isFalse();
        assertThat(new NamedValue(List.of(EntityType.ADDRESS), 0, 0, 1, "office").isCompletedBy(time))
                .isFalse();
    }

    @Test
    void aPlaceMayGoOnLater() {
        NamedValue house = new NamedValue(List.of(EntityType.ADDRESS), 0, 3, 5, "flat two");
        NamedValue street = new NamedValue(List.of(EntityType.ADDRESS), 0, 6, 8, "mill lane");
        NamedValue size = new NamedValue(List.of(EntityType.SIZE), 2, 0, 1, "xl");

        assertThat(house.isContinuedBy(street)).isTrue();
        assertThat(street.isContinuedBy(house)).isFalse();
        assertThat(size.isContinuedBy(new NamedValue(List.of(EntityType.SIZE), 3, 0, 1, "l")))
                .isFalse();
    }

    @Test
    void onlyKindsOfTheChangeAreItsValues() {
        List<String> words = words("the large one on friday");
        List<Entity> named = List.of(EntityFinder.named("size", 1, 2, words), EntityFinder.named("date", 4, 5, words));

        assertThat(NamedValues.of(SIZE, List.of(words), List.of(named)))
                .extracting(NamedValue::kind)
                .containsExactly(EntityType.SIZE);
        assertThat(NamedValues.of("reason.price", List.of(words), List.of(named)))
                .isEmpty();
    }

    private static List<Roles> roles(List<SpokenTurn> turns, List<List<Entity>> named) {
        List<NamedValue> values =
                NamedValues.of(SIZE, turns.stream().map(SpokenTurn::words).toList(), named);
        return ChangeModel.english().roles(SIZE, turns, values);
    }

    private static SpokenTurn customer(String said) {
        return new SpokenTurn(RuleSpeaker.CUSTOMER, words(said), 0.9);
    }

    private static Entity size(int from, int to, SpokenTurn turn) {
        return EntityFinder.named("size", from, to, turn.words());
    }

    private static List<String> words(String said) {
        return List.of(said.split(" ", -1));
    }
}
