package dev.callsift.pipeline.evaluation.tags;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.tagging.ModificationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeValueTest {

    @ParameterizedTest
    @CsvSource({
        "size,           xl,                       extra large,                  xl",
        "size,           XL,                       extra large,                  xl",
        "size,           uk 8,                     uk eight,                     uk 8",
        "quantity,       6,                        six,                          6",
        "quantity,       twenty two,               22,                           22",
        "address,        fourteen residency road,  14 residency road,            14 residency road",
        "address,        12 105 park street,       twelve one hundred and five park street, x",
        "address,        my office,                to my office,                 my office",
        "address,        the neighbour’s,          my neighbour's,               neighbours",
        "address,        56 00 34,                 five six double oh three four, 560034",
        "contact,        98450 12377,              nine eight four five zero one two three double seven, 9845012377",
        "contact,        07700 900481,             oh double seven double oh nine double oh four eight one, x",
        "contact,        priya.nair@example.com,   priya dot nair at example dot com, Priya.Nair@example.com",
        "item,           gluten-free bread,        the gluten free bread,        gluten free bread",
        "size,           3xl,                      triple x l,                   xxxl",
        "size,           4t,                       four t,                       4 t",
        "quantity,       a dozen,                  twelve,                       12",
        "address,        flat 6 beech court station road, flat six beech court on station road, x",
        "item,           usb cable,                usb cables,                   x",
        "item,           usb c cable,              u s b c cable,                x",
        "item,           hp 65 ink,                h p sixty five ink,           x",
        "item,           wine glasses,             wine glass,                   x",
        "item,           phone case,               phone cases,                  x",
        "item,           two hoodies,              two hoodie,                   x",
        "item,           battery box,              batteries boxes,              x",
        "schedule,       saturday between six and eight, saturday six and eight, x",
        "address,        flat nine harbour view,   flat nine harbour view in penarth, x",
        "schedule,       wednesday,                wednesday between six and eight, x",
        "schedule,       wednesday evening,        this wednesday evening,       x",
        "schedule,       saturday,                 on saturday,                  2026-11-28",
        "schedule,       2026-11-28,               on saturday,                  2026-11-28",
        "schedule,       13th,                     the thirteenth,               x",
        "schedule,       april 2nd,                april the second,             x",
        "schedule,       25th,                     twenty fifth,                 x",
        "schedule,       tomorrow 9 to 11 am,      nine to eleven tomorrow,      x",
        "schedule,       tomorrow before 10 am,    tomorrow before ten,          x",
        "schedule,       friday,                   friday's,                     x",
        "address,        14 allen avenue,          number fourteen allen avenue, x",
        "size,           46x72,                    forty six by seventy two,     46 by 72",
        "size,           46 x 72 cm,               forty six by seventy two cm,  x",
        "schedule,       thursday evening,         thursday five till nine,      thursday 17:00/21:00",
        "address,        fifty mg road,            five zero mg road rest,       x",
        "schedule,       after 6,                  monday after six p m,         x",
        "quantity,       10 yards,                 ten,                          10",
        "quantity,       fifteen litres,           fifteen,                      15",
        "size,           114 cm,                   hundred and fourteen,         114",
        "size,           114,                      114 centimetres,              114 cm",
        "size,           chest 48,                 forty eight,                  48",
        "size,           11 ee,                    eleven double e,              11 ee"
    })
    void isWhatTheLabelSaysInOneFormOrTheOther(String type, String label, String words, String normalized) {
        assertThat(matches("modify." + type, label, words, normalized)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "size,     xl,       large,        l",
        "size,     9,        nine and a half, 9.5",
        "size,     xl,       double xl,    xxl",
        "address,  office,   post office,  x",
        "address,  flat nine harbour view in penarth, flat nine harbour view, x",
        "schedule, thursday evening, this thursday, x",
        "schedule, thursday evening, thursday three till five, thursday 15:00/17:00",
        "address,  5 park road, five zero park road, x",
        "schedule, 14th,     fourth,       x",
        "schedule, after 5,  before five,  /17:00",
        "size,     46x72,    seventy two,  72",
        "size,     second,   two,          2",
        "quantity, 12,       one two,      2",
        "quantity, 20,       two,          2",
        "quantity, 20 yards, two,          2",
        "quantity, every pair, every,      x",
        "size,     114 cm,   114 inches,   114 inch",
        "size,     long,     tall,         tall",
        "size,     chest 48, forty,        40",
        "item,     usb cable, usb c cable, x",
        "colour,   navy,     navy blue,    navy blue",
        "address,  office,   home,         home",
        "contact,  07700900481, 07700900482, 07700900482"
    })
    void isNotSomethingElse(String type, String label, String words, String normalized) {
        assertThat(matches("modify." + type, label, words, normalized)).isFalse();
    }

    @Test
    void keepsAWordThatIsAllThereIs() {
        assertThat(ChangeValue.plain("modify.item", "The A")).isEqualTo("a");
    }

    @Test
    void writesNumbersInDigits() {
        assertThat(ChangeValue.plain("modify.item", "nine hundred and ninety nine, triple zero, hundred, double room"))
                .isEqualTo("999 000 100 double room");
        assertThat(ChangeValue.plain("modify.item", "two hundred")).isEqualTo("200");
        assertThat(ChangeValue.plain("modify.colour", "two hundred twelve roses"))
                .isEqualTo("212 roses");
    }

    private static boolean matches(String type, String label, String words, String normalized) {
        return ChangeValue.matches(type, label, new ModificationRequest.Value(words, normalized));
    }
}
