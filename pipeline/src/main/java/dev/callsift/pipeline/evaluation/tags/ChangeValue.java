package dev.callsift.pipeline.evaluation.tags;

import dev.callsift.models.entity.EntityFinder;
import dev.callsift.models.entity.EntityType;
import dev.callsift.models.entity.SpokenNumber;
import dev.callsift.pipeline.tagging.ModificationRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A value of a change in the form in which labels and requests are compared: lower case, without punctuation, without the articles,
 * possessives and prepositions it begins with, and with numbers in digits ("twenty two", "double four"); in addresses, times and items
 * small words do not count within it either ("beech court on station road"), and of items one or several are the same. Spaces count, but
 * for addresses and contacts, where postal codes and phone numbers are written in groups or not, for items, whose letters are said one by one
 * ("u s b cable"), and between a size's number and its letters. E-mail addresses are
 * compared as they are. What has a form of its own, like a size, is compared in that as well ("3xl" and "triple x l"). A place
 * may say more after what its label does (the town), a time may say more in any order (when on that day); days are numbers ("13th" and
 * "thirteenth"), and of hours "a m" and "p m" do not count. Of a quantity the number counts ("10 yards" and "ten"), of a size what is measured
 * and in what only where both say it.
 */
final class ChangeValue {

    private static final Set<String> SMALL_WORDS = Set.of(
            "a", "an", "the", "my", "our", "your", "his", "her", "their", "to", "into", "in", "on", "at", "for", "by",
            "with", "from", "of", "this", "between");
    private static final String ITEM = "modify.item";
    private static final String SIZE = "modify.size";
    private static final String QUANTITY = "modify.quantity";
    private static final String ADDRESS = "modify.address";
    private static final String SCHEDULE = "modify.schedule";
    private static final Set<String> WITHOUT_SPACES = Set.of(ADDRESS, "modify.contact");
    private static final Set<String> WITHOUT_SMALL_WORDS = Set.of(ADDRESS, SCHEDULE, ITEM);

    /** Said with the number of a size, or not. */
    private static final Set<String> MEASURE = Set.of(
            "size",
            "chest",
            "waist",
            "leg",
            "wide",
            "long",
            "tall",
            "age",
            "aged",
            "year",
            "years",
            "cm",
            "centimetre",
            "centimetres",
            "mm",
            "millimetre",
            "millimetres",
            "metre",
            "metres",
            "inch",
            "inches",
            "foot",
            "feet");

    /** Said with an hour, or not. */
    private static final Set<String> WITH_THE_HOUR = Set.of("am", "pm", "p", "m", "oclock");

    /** Said before the number of a house, or not. */
    private static final Set<String> BEFORE_THE_HOUSE = Set.of("number", "no");

    /** How a word for a day of the month becomes one for a number. */
    private record Ordinal(Pattern pattern, String number) {

        private Ordinal(String pattern, String number) {
            this(Pattern.compile("\\b" + pattern + "\\b"), number);
        }
    }

    private static final List<Ordinal> ORDINALS = List.of(
            new Ordinal("(\\d+)(?:st|nd|rd|th)", "$1"),
            new Ordinal("(four|six|seven|ten|eleven|\\w+teen)th", "$1"),
            new Ordinal("first", "one"),
            new Ordinal("second", "two"),
            new Ordinal("third", "three"),
            new Ordinal("fifth", "five"),
            new Ordinal("eighth", "eight"),
            new Ordinal("ninth", "nine"),
            new Ordinal("twelfth", "twelve"),
            new Ordinal("twentieth", "twenty"),
            new Ordinal("thirtieth", "thirty"));

    /** Modifications whose values are of the type of the same name. */
    private static final Set<String> WITH_FORM = Set.of(
            EntityType.SIZE.label(),
            EntityType.COLOUR.label(),
            EntityType.QUANTITY.label(),
            EntityType.PAYMENT_METHOD.label());

    private static final Pattern PART_OF_DAY = Pattern.compile("\\b(?:morning|afternoon|evening|night)\\b");

    /** Between two measures. */
    private static final Pattern BY = Pattern.compile("(?<=\\d) ?(?:by|x) ?(?=\\d)");

    private static final int SHORTEST = 3;
    private final List<String> words;

    private ChangeValue(String text) {
        this.words = Stream.of(text.replaceAll("['\u2019]", "").split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether a request's value is what a label says, in its normalized form or as spoken. */
    static boolean matches(String type, String label, ModificationRequest.Value value) {
        String wanted = plain(type, label);
        return wanted.equals(plain(type, value.normalized()))
                || wanted.equals(plain(type, value.words()))
                || Stream.of(value.words(), value.normalized()).anyMatch(said -> saysAsMuch(type, said, label))
                || form(type, label).filter(value.normalized()::equals).isPresent();
    }

    /**
     * A place may go on after what the label says; day and hour may be told in any order, and more closely; letters may be said one by one, a
     * number without its unit.
     */
    private static boolean saysAsMuch(String type, String text, String label) {
        String said = spaced(type, text);
        String wanted = spaced(type, label);
        return switch (type) {
            case ADDRESS -> (inOneNumber(said) + " ").startsWith(inOneNumber(wanted) + " ");
            case SCHEDULE -> saysWhen(said, wanted) || saysWhen(said, spaced(type, inHours(label)));
            case QUANTITY -> wanted.matches("\\d+ .*") && wanted.startsWith(said + " ");
            case ITEM -> said.replace(" ", "").equals(wanted.replace(" ", ""));
            case SIZE -> isMeasure(said, wanted) || isMeasure(wanted, said);
            default -> false;
        };
    }

    private static boolean saysWhen(String said, String wanted) {
        return List.of(said.split(" ", -1)).containsAll(List.of(wanted.split(" ", -1)));
    }

    /** "Friday evening" as "friday 17:00/21:00", as such a window is normalized. */
    private static String inHours(String label) {
        return PART_OF_DAY.matcher(label.toLowerCase(Locale.ROOT)).replaceAll(part -> EntityFinder.named(
                        EntityType.TIME_WINDOW.label(), 0, 1, List.of(part.group()))
                .value()
                .orElse(part.group()));
    }

    /** "5 0 park street" as "50 park street". */
    private static String inOneNumber(String place) {
        return place.replaceAll("(?<=\\d) (?=\\d)", "");
    }

    /** Whether the one is the other without what is measured and in what: "114" and "114 cm", "48" and "chest 48". */
    private static boolean isMeasure(String bare, String whole) {
        List<String> measured = Stream.of(whole.split(" ", -1))
                .filter(word -> !MEASURE.contains(word))
                .toList();
        return bare.equals(String.join(" ", measured)) && bare.chars().anyMatch(Character::isDigit);
    }

    /** Days as numbers: "thirteenth" and "13th" as "thirteen" and "13"; "friday's" as "friday". */
    private static String ofDays(String text) {
        String plain = text.replaceAll("['\u2019]s\\b", "");
        for (Ordinal ordinal : ORDINALS) {
            plain = ordinal.pattern().matcher(plain).replaceAll(ordinal.number());
        }
        return plain;
    }

    /** The label as such a value is normalized when it is heard. */
    private static Optional<String> form(String type, String label) {
        List<String> words = new ChangeValue(label.toLowerCase(Locale.ROOT)).words;
        String kind = type.substring(type.indexOf('.') + 1);
        return words.isEmpty() || !WITH_FORM.contains(kind)
                ? Optional.empty()
                : EntityFinder.named(kind, 0, words.size(), words).value();
    }

    /** @param type the code of the modification */
    static String plain(String type, String text) {
        String spaced = spaced(type, text);
        if (WITHOUT_SPACES.contains(type)) {
            return spaced.replace(" ", "");
        }
        return type.equals(SIZE) ? BY.matcher(spaced).replaceAll("x").replaceAll("(?<=\\d) (?=\\p{L})", "") : spaced;
    }

    private static String spaced(String type, String text) {
        String lower = text.toLowerCase(Locale.ROOT).strip();
        if (lower.contains("@")) {
            return lower;
        }
        List<String> plain = new ChangeValue(type.equals(SCHEDULE) ? ofDays(lower) : lower).plain();
        boolean withoutSmall = WITHOUT_SMALL_WORDS.contains(type) && !SMALL_WORDS.containsAll(plain);
        return plain.stream()
                .filter(word -> !withoutSmall || !SMALL_WORDS.contains(word))
                .filter(word -> !type.equals(SCHEDULE) || !WITH_THE_HOUR.contains(word))
                .filter(word -> !type.equals(ADDRESS) || !BEFORE_THE_HOUSE.contains(word))
                .map(word -> type.equals(ITEM) ? one(word) : word)
                .collect(Collectors.joining(" "));
    }

    /** "mugs", "boxes", "batteries", "glass" as "mug", "box", "battery", "glass". */
    private static String one(String word) {
        if (word.length() < SHORTEST || word.endsWith("ss")) {
            return word;
        }
        return word.replaceFirst("ies?$", "y")
                .replaceFirst("(?<=s|x|z|ch|sh)es?$", "")
                .replaceFirst("(?<=[^su])s$", "");
    }

    private List<String> plain() {
        int from = 0;
        while (from < words.size() - 1 && SMALL_WORDS.contains(words.get(from))) {
            from++;
        }
        return SpokenNumber.inDigits(words.subList(from, words.size()));
    }
}
