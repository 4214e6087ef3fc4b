package dev.callsift.pipeline.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A value of a change in the form in which labels and requests are compared: lower case, without punctuation, without the articles,
 * possessives and prepositions it begins with, and with numbers in digits ("twenty two", "double four"). Spaces count, but for
 * addresses and contacts, where postal codes and phone numbers are written in groups or not. E-mail addresses are compared as
 * they are.
 */
final class ChangeValue {

    private static final Set<String> LEADING = Set.of(
            "a", "an", "the", "my", "our", "your", "his", "her", "their", "to", "into", "in", "on", "at", "for", "by",
            "with", "from", "of");
    private static final Set<String> WITHOUT_SPACES = Set.of("modify.address", "modify.contact");
    private static final Map<String, Integer> REPEATED = Map.of("double", 2, "triple", 3);
    private static final List<String> BELOW_TWENTY = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private final List<String> words;
    private final List<String> plain = new ArrayList<>();

    private ChangeValue(String text) {
        this.words = Stream.of(text.replaceAll("['\u2019]", "").split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether a request's value is what a label says, in its normalized form or as spoken. */
    static boolean matches(String type, String label, ModificationRequest.Value value) {
        String wanted = plain(type, label);
        return wanted.equals(plain(type, value.normalized())) || wanted.equals(plain(type, value.words()));
    }

    /** @param type the code of the modification */
    static String plain(String type, String text) {
        String lower = text.toLowerCase(Locale.ROOT).strip();
        if (lower.contains("@")) {
            return lower;
        }
        List<String> plain = new ChangeValue(lower).plain();
        return plain.stream().collect(Collectors.joining(WITHOUT_SPACES.contains(type) ? "" : " "));
    }

    private List<String> plain() {
        int from = 0;
        while (from < words.size() - 1 && LEADING.contains(words.get(from))) {
            from++;
        }
        while (from < words.size()) {
            from += add(from);
        }
        return plain;
    }

    /** @return how many words were taken */
    private int add(int at) {
        int times = REPEATED.getOrDefault(words.get(at), 1);
        int digit = times > 1 ? belowHundred(at + 1) : -1;
        if (digit >= 0 && digit < 10) {
            plain.add(String.valueOf(digit).repeat(times));
            return 2;
        }
        int number = belowHundred(at);
        if (number < 0) {
            plain.add(words.get(at));
            return 1;
        }
        return addNumber(at, number);
    }

    private int addNumber(int at, int number) {
        int taken = length(number);
        if (number == 0 || number > 9 || !word(at + 1).equals("hundred")) {
            plain.add(String.valueOf(number));
            return taken;
        }
        int rest = at + (word(at + 2).equals("and") ? 3 : 2);
        int more = belowHundred(rest);
        plain.add(String.valueOf(100 * number + Math.max(0, more)));
        return more < 0 ? 2 : rest - at + length(more);
    }

    /** The number that begins at a word, or -1. */
    private int belowHundred(int at) {
        int tens = TENS.indexOf(word(at));
        if (tens < 0) {
            return word(at).equals("oh") ? 0 : BELOW_TWENTY.indexOf(word(at));
        }
        int unit = BELOW_TWENTY.indexOf(word(at + 1));
        return 10 * (tens + 2) + (unit > 0 && unit < 10 ? unit : 0);
    }

    /** How many words a number below a hundred is spoken with. */
    private static int length(int number) {
        return number > 20 && number % 10 != 0 ? 2 : 1;
    }

    private String word(int at) {
        return at < words.size() ? words.get(at) : "";
    }
}
