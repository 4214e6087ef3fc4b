package dev.callsift.pipeline.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.models.change.ChangeModel.Roles;
import dev.callsift.models.change.NamedValue;
import dev.callsift.models.entity.EntityType;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettledValueTest {

    private static final Roles WANTED = new Roles(0.9, 0.1);
    private static final Roles PERHAPS_WANTED = new Roles(0.6, 0.1);
    private static final Roles WAS_THERE = new Roles(0.1, 0.9);

    @Test
    void howItIsPaidSaysMoreThanThatItIsPaidBefore() {
        NamedValue cash = value(EntityType.PAYMENT_METHOD, 1, "cash on delivery");
        NamedValue prepaid = value(EntityType.PAYMENT_METHOD, 2, "prepaid");
        NamedValue upi = value(EntityType.PAYMENT_METHOD, 3, "upi");

        assertThat(settled(List.of(cash, prepaid, upi), PERHAPS_WANTED, WANTED, PERHAPS_WANTED))
                .containsExactly(upi);
        assertThat(settled(List.of(cash, prepaid), WAS_THERE, WANTED)).containsExactly(prepaid);
    }

    @Test
    void aPlaceNamedByAWordIsTakenAsItIsNamedMoreFully() {
        NamedValue home = value(EntityType.ADDRESS, 1, "home");
        NamedValue work = value(EntityType.ADDRESS, 1, "work");
        NamedValue office = value(EntityType.ADDRESS, 3, "office in mill lane");

        assertThat(settled(List.of(home, work, office), WAS_THERE, WANTED, PERHAPS_WANTED))
                .containsExactly(office);
        assertThat(settled(List.of(home, work), WAS_THERE, WANTED)).containsExactly(work);
    }

    @Test
    void aPlaceSaidAgainInOtherWordsIsSaidOnce() {
        NamedValue corner = value(EntityType.ADDRESS, 1, "tesco on mill street");
        NamedValue locker = value(EntityType.ADDRESS, 3, "mill street tesco locker");

        assertThat(settled(List.of(corner, locker), WANTED, PERHAPS_WANTED)).containsExactly(locker);
    }

    @Test
    void blueMayHaveBeenThereBeforeNavyBlue() {
        NamedValue blue = value(EntityType.COLOUR, 1, "blue");
        NamedValue navy = value(EntityType.COLOUR, 1, "navy blue");
        SettledValue settled = new SettledValue(List.of(blue, navy), List.of(WAS_THERE, WANTED));

        assertThat(settled.to()).containsExactly(navy);
        assertThat(settled.from(settled.to())).contains(blue);
    }

    @Test
    void ofValuesAsLikelyTheLastIsSettledOn() {
        NamedValue more = value(EntityType.QUANTITY, 1, "25");
        NamedValue fewer = value(EntityType.QUANTITY, 3, "20");
        Roles hardlyLess = new Roles(0.88, 0.1);

        assertThat(settled(List.of(more, fewer), WANTED, hardlyLess)).containsExactly(fewer);
        assertThat(settled(List.of(more, fewer), WANTED, PERHAPS_WANTED)).containsExactly(more);
    }

    @Test
    void ofValuesAsLikelyTheOneSaidMostOftenIsSettledOn() {
        NamedValue asked = value(EntityType.SIZE, 1, "xxxl");
        NamedValue readBack = value(EntityType.SIZE, 2, "xxxl");
        NamedValue printed = value(EntityType.SIZE, 3, "8");

        assertThat(settled(List.of(asked, readBack, printed), WANTED, WANTED, WANTED))
                .containsExactly(readBack);
    }

    @Test
    void twoSizesBetweenWhichSomebodyWaversSayNoMoreThanOne() {
        NamedValue between = value(EntityType.SIZE, 1, "31 32");
        NamedValue thirtyTwo = value(EntityType.SIZE, 3, "32");
        NamedValue british = value(EntityType.SIZE, 4, "uk 32");

        assertThat(settled(List.of(between, thirtyTwo), PERHAPS_WANTED, WANTED)).containsExactly(thirtyTwo);
        assertThat(settled(List.of(thirtyTwo, british), WANTED, PERHAPS_WANTED)).containsExactly(british);
    }

    @Test
    void theLastPieceOfANumberIsNotTheNumber() {
        NamedValue number = value(EntityType.PHONE, 1, "0722451903");
        NamedValue piece = value(EntityType.PHONE, 2, "3");

        assertThat(settled(List.of(number, piece), WANTED, WANTED)).containsExactly(number);
    }

    @Test
    void aPlaceIsReadFromItsBeginningWhereItIsTakenUpAgain() {
        NamedValue room = value(EntityType.ADDRESS, 1, "room fourteen b");
        NamedValue hall = value(EntityType.ADDRESS, 2, "fourteen b rosewood hall");
        NamedValue other = value(EntityType.ADDRESS, 2, "b block");

        assertThat(settled(List.of(room, hall), WANTED, WANTED)).containsExactly(room, hall);
        assertThat(settled(List.of(room, other), PERHAPS_WANTED, WANTED)).containsExactly(other);
    }

    @Test
    void darkBlueIsNotTakenForBlueThatIsWanted() {
        NamedValue dark = value(EntityType.COLOUR, 1, "dark blue");
        NamedValue blue = value(EntityType.COLOUR, 1, "blue");

        assertThat(settled(List.of(dark, blue), new Roles(0.4, 0.5), WANTED)).containsExactly(blue);
    }

    @Test
    void whatNobodyWantsIsNotSettledOn() {
        assertThat(settled(List.of(value(EntityType.SIZE, 1, "m")), new Roles(0.05, 0.9)))
                .isEmpty();
    }

    private static List<NamedValue> settled(List<NamedValue> values, Roles... roles) {
        return new SettledValue(values, List.of(roles)).to();
    }

    private static NamedValue value(EntityType type, int turn, String value) {
        return new NamedValue(List.of(type), turn, 0, value.split(" ", -1).length, value);
    }
}
