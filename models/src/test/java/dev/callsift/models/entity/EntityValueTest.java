package dev.callsift.models.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said, and the value it has; the tables are examples of how people speak. */
class EntityValueTest {

    /** A tuesday. */
    private static final LocalDate CALL = LocalDate.of(2026, 11, 24);

    private static Optional<String> value(EntityType type, String said) {
        return EntityValue.of(type, List.of(said.split(" ")), Optional.of(CALL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"four four double please", "triple", "double door"})
    void whatIsSaidTwiceMustSpellSomething(String said) {
        assertThat(value(EntityType.ORDER_NUMBER, said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "c s four four one one nine, CS44119",
        "c s double four one one nine, CS44119",
        "see ess four oh nine, CS409",
        "triple zero five six one, 000561",
        "triple four nine, 4449",
        "seven eight double zero five six, 780056",
        "zero zero seven one three, 00713",
        "oh nine four four, 0944",
        "forty four nineteen, 4419",
        "ten forty four nineteen, 104419",
        "s for sugar t for tango four one one, ST411",
        "a for apple seven, A7",
        "p as in peter nine one, P91",
        "alpha bravo seven, AB7",
        "w like whiskey two, W2",
        "double u seven seven, W77",
        "won nine ate ate, 1988",
        "too too seven for one, 22741",
        "c s four o one nine, CS4019",
        "o d four four, OD44",
        "four zero three dash double one seven, 403117",
        "hash nine oh double two, 9022",
        "cs44119, CS44119",
        "od 44817, OD44817",
        "four no five, 5",
        "four four one no two, 442",
        "four four one no four four two, 442",
        "nine sorry eight seven six triple one, 876111",
        "four uh four um seven, 447",
        "one eight hundred two two, 180022",
        "nine hundred four one two, 900412"
    })
    void spellsOrderNumbers(String said, String expected) {
        assertThat(value(EntityType.ORDER_NUMBER, said)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "medium, m",
        "a large, l",
        "extra large, xl",
        "x l, xl",
        "ex el, xl",
        "double x l, xxl",
        "double excel, xxl",
        "extra extra large, xxl",
        "two x l, xxl",
        "x x l, xxl",
        "triple x l, xxxl",
        "extra small, xs",
        "xl, xl",
        "larges, l",
        "nine, 9",
        "a ten, 10",
        "size ten, 10",
        "two x, xxl",
        "size three x, xxxl",
        "adult two x l, xxl",
        "adult small, s",
        "tall double x l, tall xxl",
        "sighs ten, 10",
        "size a ten, 10",
        "ate, 8",
        "u k nine, uk 9",
        "uk eight, uk 8",
        "you k nine, uk 9",
        "u s six, us 6",
        "european thirty nine, eu 39",
        "thirty two, 32",
        "thirty two waist, 32",
        "thirty two thirty, 32 30",
        "thirty two waist thirty leg, 32 30",
        "ten and a half, 10.5",
        "ten and half, 10.5",
        "l and a half, l 1/2",
        "j and half, j 1/2",
        "eleven double e, 11 ee",
        "ten triple e, 10 eee",
        "nine uk, uk 9",
        "nine and a half u k, uk 9.5",
        "thirty nine european, eu 39",
        "ten twelve, 10-12",
        "seven eight years, 7-8 years",
        "twenty two thirty, 22 30",
        "nine point five, 9.5",
        "one fifty two, 152",
        "three litre, 3 l",
        "sixty five inch, 65 inch",
        "six by nine, 6 by 9",
        "a hundred and two wide, 102 wide",
        "ninety by one hundred and twenty, 90 by 120",
        "king size, king",
        "medium no sorry large, l",
        "wide fit, wide fit"
    })
    void knowsSizes(String said, String expected) {
        assertThat(value(EntityType.SIZE, said)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "navy blue, navy blue",
        "the blue, blue",
        "gray, grey",
        "navy blew, navy blue",
        "read, red",
        "black one, black",
        "gold and white, gold and white",
        "blue no green, green",
        "colour red, red"
    })
    void spellsColoursInOneWay(String said, String expected) {
        assertThat(value(EntityType.COLOUR, said)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "one, 1",
        "just one, 1",
        "a couple, 2",
        "couple of, 2",
        "both, 2",
        "half a dozen, 6",
        "a dozen, 12",
        "dozen, 12",
        "three dozen, 36",
        "five dozen, 60",
        "to, 2",
        "for, 4",
        "won, 1",
        "six teen, 16",
        "twenty five, 25",
        "three fifty, 350",
        "a hundred and twenty, 120",
        "two sorry three, 3",
        "12, 12"
    })
    void countsQuantities(String said, String expected) {
        assertThat(value(EntityType.QUANTITY, said)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "five six double oh three four, 560034",
        "four double oh seven one, 40071",
        "l s six two q r, LS6 2QR",
        "m four, M4",
        "t r nineteen, TR19",
        "see bee for, CB4",
        "e c one v four a d, EC1V 4AD",
        "sw4 7qq, SW4 7QQ",
        "560102, 560102"
    })
    void writesPostalCodes(String said, String expected) {
        assertThat(value(EntityType.POSTAL_CODE, said)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "oh seven seven double oh nine double oh one two three, 07700900123",
        "nine eight four five oh one two three seven seven, 9845012377",
        "plus nine one nine eight, 9198",
        "o seven nine, 079",
        "one eight hundred two two oh oh four four, 1800220044",
        "0770 0900 118, 07700900118"
    })
    void writesPhonesInDigits(String said, String expected) {
        assertThat(value(EntityType.PHONE, said)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "r dot sharma at gmail dot com, r.sharma@gmail.com",
        "tom underscore w at proton dot me, tom_w@proton.me",
        "ray hyphen ellis at mail dot com, ray-ellis@mail.com",
        "sunil four seven at rediffmail dot com, sunil47@rediffmail.com",
        "g r e g o r y m at aol dot com, gregorym@aol.com",
        "s dot nair at the rate g male dot com, s.nair@gmail.com",
        "sam at larkhill dot co dot u k, sam@larkhill.co.uk",
        "mail at rosie blooms dot co dot you kay, mail@rosieblooms.co.uk",
        "m jones forty two at outlook dot com, mjones42@outlook.com",
        "raj double four at yahoo dot co dot in, raj44@yahoo.co.in"
    })
    void writesEmailAddresses(String said, String expected) {
        assertThat(value(EntityType.EMAIL, said)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "today, 2026-11-24",
        "tomorrow, 2026-11-25",
        "the day after tomorrow, 2026-11-26",
        "yesterday, 2026-11-23",
        "last night, 2026-11-23",
        "friday, 2026-11-27",
        "on friday, 2026-11-27",
        "tuesday, 2026-12-01",
        "this friday, 2026-11-27",
        "friday's, 2026-11-27",
        "next friday, 2026-12-04",
        "friday week, 2026-12-04",
        "last friday, 2026-11-20",
        "last tuesday, 2026-11-17",
        "wens day, 2026-11-25",
        "sunday night, 2026-11-29",
        "saturday no sunday, 2026-11-29",
        "the twenty second, 2026-12-22",
        "the twenty eighth, 2026-11-28",
        "the twenty fourth, 2026-11-24",
        "the thirty first, 2026-12-31",
        "25th, 2026-11-25",
        "monday the thirtieth, 2026-11-30",
        "march the sixth, 2027-03-06",
        "twelfth of february, 2027-02-12",
        "second june, 2026-06-02",
        "october tenth, 2026-10-10",
        "may five, 2027-05-05",
        "the fifth of may nineteen eighty, 1980-05-05",
        "the eighteenth of last month, 2026-10-18",
        "end of the month, 2026-11-30",
        "the end of november, 2026-11-30",
        "end of next month, 2026-12-31",
        "the start of the month, 2026-12-01",
        "next week, 2026-W49",
        "last week, 2026-W47",
        "next month, 2026-12",
        "june, 2027-06",
        "last august, 2026-08",
        "the weekend, 2026-11-28/2026-11-29",
        "next weekend, 2026-12-05/2026-12-06",
        "from the third to the fifth, 2026-12-03/2026-12-05",
        "the weekend to monday, 2026-11-28/2026-11-30",
        "friday next week, 2026-12-04",
        "next week friday, 2026-12-04",
        "in a week, 2026-12-01",
        "a week from now, 2026-12-01",
        "two days before, 2026-11-22",
        "two days ago, 2026-11-22",
        "two weeks back, 2026-11-10",
        "in three days, 2026-11-27",
        "ten days from now, 2026-12-04",
        "christmas eve, 2026-12-24",
        "valentine's day, 2027-02-14",
        "new year's day, 2027-01-01",
        "halloween, 2026-10-31"
    })
    void resolvesDaysAgainstTheCall(String said, String expected) {
        assertThat(value(EntityType.DATE, said)).contains(expected);
    }

    @Test
    void weeksOfTheTurnOfTheYearAreThoseOfTheirYear() {
        assertThat(EntityValue.of(EntityType.DATE, List.of("next", "week"), Optional.of(LocalDate.of(2026, 12, 30))))
                .contains("2027-W01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "diwali",
                "weekdays",
                "saturdays",
                "the holidays",
                "the thirty first of june",
                "the day after",
                "next week until the tenth",
                "june to august"
            })
    void daysThatAreNotClearHaveNoValue(String said) {
        assertThat(value(EntityType.DATE, said)).isEmpty();
    }

    @Test
    void daysHaveNoValueWithoutTheDayOfTheCall() {
        assertThat(EntityValue.of(EntityType.DATE, List.of("friday"), Optional.empty()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "after six, 18:00/",
        "after half past six, 18:30/",
        "after two thirty, 14:30/",
        "after eight, 20:00/",
        "after ten, 10:00/",
        "after 9 pm, 21:00/",
        "after lunch, 14:00/",
        "any time after three, 15:00/",
        "not before ten, 10:00/",
        "no earlier than ten, 10:00/",
        "no later than five, /17:00",
        "by six at the latest, /18:00",
        "after two before five, 14:00/17:00",
        "twenty past three, 15:20",
        "after twenty five past four, 16:25/",
        "quarter to one, 12:45",
        "quarter past midnight, 00:15",
        "6pm, 18:00",
        "2pm to 4pm, 14:00/16:00",
        "before noon, /12:00",
        "before six, /18:00",
        "by eleven p m, /23:00",
        "till sicks, /18:00",
        "before lunch, /12:00",
        "between two and four, 14:00/16:00",
        "two to six, 14:00/18:00",
        "eight to ten, 08:00/10:00",
        "from nine till half five, 09:00/17:30",
        "between ten and one, 10:00/13:00",
        "nine to five, 09:00/17:00",
        "six to eight, 18:00/20:00",
        "eight to ten p m, 20:00/22:00",
        "12 to 2, 12:00/14:00",
        "in the evening, 17:00/21:00",
        "morning, 08:00/12:00",
        "the afternoon, 12:00/17:00",
        "noon, 12:00",
        "at three, 15:00",
        "around eleven, 11:00",
        "quarter past four, 16:15",
        "quarter to four, 15:45",
        "half six, 18:30",
        "three in the morning, 03:00",
        "nine p m, 21:00"
    })
    void readsTimesAsIntervals(String said, String expected) {
        assertThat(value(EntityType.TIME_WINDOW, said)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "twelve hundred rupees, 1200.00 INR",
        "forty nine pounds ninety, 49.90 GBP",
        "two pounds fifty, 2.50 GBP",
        "one hundred twelve dollars and six cents, 112.06 USD",
        "seventy pence, 0.70 GBP",
        "thirty quid, 30.00 GBP",
        "seventy euros, 70.00 EUR",
        "six ninety nine rupees, 699.00 INR",
        "one lakh fifty thousand rupees, 150000.00 INR",
        "two thousand three hundred and ten, 2310.00",
        "eleven hundred and fifty rupees, 1150.00 INR",
        "five hundred, 500.00",
        "40k, 40000.00",
        "seven nine nine, 799.00",
        "a thousand dollars, 1000.00 USD",
        "twenty sorry thirty pounds, 30.00 GBP",
        "for tea nine pounds, 49.00 GBP"
    })
    void countsMoney(String said, String expected) {
        assertThat(value(EntityType.AMOUNT, said)).contains(expected);
    }

    @Test
    void twoNumbersWithoutCurrencyMayBePoundsAndPenceOrHundreds() {
        assertThat(value(EntityType.AMOUNT, "six ninety nine")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "c o d, cash on delivery",
        "cash, cash on delivery",
        "see oh dee, cash on delivery",
        "u p i, upi",
        "credit cart, credit card",
        "card, card",
        "debit card, debit card",
        "pay pal, paypal",
        "bank transfer, bank transfer",
        "n e f t, bank transfer",
        "g pay, google pay",
        "apple pay, apple pay",
        "by card, card",
        "my credit card, credit card",
        "pay online, prepaid",
        "pay later, pay later",
        "pay by g cash, gcash",
        "e m i, emi",
        "gift cards, gift card",
        "wallet, wallet",
        "card no sorry u p i, upi",
        "postal order, postal order"
    })
    void namesPaymentMethods(String said, String expected) {
        assertThat(value(EntityType.PAYMENT_METHOD, said)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"blue dart, Blue Dart", "d p d, DPD", "you p s, UPS", "fed x, FedEx", "royal mail, Royal Mail"})
    void namesCouriers(String said, String expected) {
        assertThat(value(EntityType.COURIER, said)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "priya nair, Priya Nair",
        "mr r fernandes, Mr R Fernandes",
        "o'brien, O'Brien",
        "fiona mcbride, Fiona McBride",
        "v e n k a t e s h, Venkatesh",
        "sarah no sara, Sara"
    })
    void writesNamesInTitleCase(String said, String expected) {
        assertThat(value(EntityType.PERSON, said)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ADDRESS, the shop on king street, shop on king street",
        "ADDRESS, my office, my office",
        "ADDRESS, fourteen fourteen park road, fourteen park road",
        "ADDRESS, flat two flat two hill view, flat two hill view",
        "ADDRESS, two two one b baker street, two two one b baker street",
        "ADDRESS, one one one main street, one one one main street",
        "ADDRESS, flat four four king street, flat four four king street",
        "ADDRESS, tuk tuk stage, tuk tuk stage",
        "PRODUCT, a kettle, kettle",
        "PRODUCT, running shoes, running shoes"
    })
    void keepsAddressesAndProductsAsSaid(EntityType type, String said, String expected) {
        assertThat(value(type, said)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER_NUMBER, the other order",
        "PHONE, my mobile",
        "EMAIL, sharma at gmail",
        "QUANTITY, more of them",
        "AMOUNT, full amount",
        "TIME_WINDOW, whenever suits"
    })
    void whatIsNotClearHasNoValue(EntityType type, String said) {
        assertThat(value(type, said)).isEmpty();
    }
}
