package dev.callsift.models.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Numbers as they are spoken: "twelve hundred", "two lakh fifty thousand", "three fifty", "1299". */
public final class SpokenNumber {

    private static final Map<String, Integer> REPEATS = Map.of("double", 2, "triple", 3);
    private static final LexiconSection NUMBERS = Lexicon.english().section("number");
    private static final LexiconSection MISHEARD = Lexicon.english().section("misheard-number");
    private static final int LONGEST = 15;

    private final boolean digitByDigit;
    private final List<String> groups = new ArrayList<>();
    private long thousands;
    private long current;
    private long last = -1;
    private boolean and;

    private SpokenNumber(boolean digitByDigit) {
        this.digitByDigit = digitByDigit;
    }

    /** Whether it is a word of a number, like "twenty" or "lakh", or digits. */
    public static boolean isNumber(String word) {
        return NUMBERS.has(word) || isLiteral(word);
    }

    /** Whether it is a number, or sounds like one. */
    static boolean maybeNumber(String word) {
        return isNumber(word) || MISHEARD.has(word);
    }

    private static boolean isLiteral(String word) {
        return !word.isEmpty() && word.length() <= LONGEST && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** A text with its numbers in digits: "flat twenty two" is "flat 22", "double four" 44, "nine hundred and ninety nine" 999. */
    public static List<String> inDigits(List<String> words) {
        List<String> plain = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int end = numberEnd(words, at);
            if (end > at) {
                plain.addAll(groups(words.subList(at, end)).orElseThrow());
                at = end;
            } else {
                Optional<String> repeated = repeated(words, at, SpokenNumber::digit);
                plain.add(repeated.orElse(words.get(at)));
                at += repeated.isPresent() ? 2 : 1;
            }
        }
        return plain;
    }

    /** After the last word of the numbers that begin at a word; the word itself where it begins none. */
    private static int numberEnd(List<String> words, int at) {
        int end = at;
        while (end < words.size() && (isNumber(words.get(end)) || (end > at && goesOn(words, end)))) {
            end++;
        }
        return end;
    }

    /** Whether a word is the "and" of "a hundred and two". */
    static boolean goesOn(List<String> words, int at) {
        return at > 0
                && words.get(at).equals("and")
                && words.get(at - 1).matches("hundred|thousand|lakh")
                && at + 1 < words.size()
                && isNumber(words.get(at + 1));
    }

    /** "double four" as "44". */
    private static Optional<String> digit(String word) {
        return NUMBERS.value(word).filter(digit -> digit.length() == 1);
    }

    /**
     * What is said twice or three times ("double four", "triple e"), as often.
     *
     * @param one how a word is written once; empty where it is nothing that is said so
     */
    static Optional<String> repeated(List<String> words, int at, Function<String, Optional<String>> one) {
        int times = REPEATS.getOrDefault(words.get(at), 0);
        return times > 0 && at + 1 < words.size()
                ? one.apply(words.get(at + 1)).map(each -> each.repeat(times))
                : Optional.empty();
    }

    /**
     * The numbers said one after the other, in decimal digits: "thirty two thirty" is 32 and 30. Empty when a word is none.
     */
    static Optional<List<String>> groups(List<String> words) {
        return groups(words, false);
    }

    /** The same where digits are meant, so that "nine hundred four one two" is 900, 4, 1 and 2. */
    static Optional<List<String>> digits(List<String> words) {
        return groups(words, true);
    }

    private static Optional<List<String>> groups(List<String> words, boolean digitByDigit) {
        SpokenNumber number = new SpokenNumber(digitByDigit);
        for (int i = 0; i < words.size(); i++) {
            if (!number.add(words.get(i), i)) {
                return Optional.empty();
            }
        }
        number.close();
        return number.groups.isEmpty() ? Optional.empty() : Optional.of(number.groups);
    }

    /**
     * One number; two that stand for one are put together ("three fifty" is 350, "nineteen seventy one" 1971), and so are digits.
     */
    static OptionalLong value(List<String> words) {
        List<String> groups = groups(right(words)).orElse(List.of());
        boolean digits = groups.stream().allMatch(group -> group.length() == 1);
        boolean pair = groups.size() == 2
                && groups.getFirst().length() <= 2
                && groups.getLast().length() == 2;
        String joined = String.join("", groups);
        return groups.size() == 1 || (digits && !groups.isEmpty()) || pair
                ? (joined.length() <= LONGEST ? OptionalLong.of(Long.parseLong(joined)) : OptionalLong.empty())
                : OptionalLong.empty();
    }

    /** Misheard numbers set right, for words that are known to be a number. */
    static List<String> right(List<String> words) {
        List<String> right = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int length = MISHEARD.lengthAt(words, i);
            boolean misheard = length > 1 || (length == 1 && !isNumber(words.get(i)));
            String form = String.join(" ", words.subList(i, i + Math.max(1, length)));
            right.add(misheard ? MISHEARD.value(form).orElseThrow() : words.get(i));
            i += misheard ? length - 1 : 0;
        }
        return right;
    }

    private boolean add(String word, int at) {
        if (isLiteral(word)) {
            close();
            open(Long.parseLong(word), word);
            return true;
        }
        if (word.equals("and") && at > 0) {
            and = true;
            return last >= 100;
        }
        if (word.equals("a") && at == 0) {
            return true;
        }
        NUMBERS.value(word).ifPresent(value -> add(Long.parseLong(value)));
        return NUMBERS.has(word);
    }

    private void add(long number) {
        if (!fits(number)) {
            close();
            open(number, "");
        } else if (number >= 1000) {
            thousands += current * number;
            current = 0;
        } else {
            current = number == 100 ? current * 100 : current + number;
        }
        last = number;
        and = false;
    }

    private boolean fits(long number) {
        if (last <= 0) {
            return false;
        }
        if (number >= 1000) {
            return current > 0;
        }
        if (number == 100) {
            return current > 0 && current < 100;
        }
        boolean afterHundred = last >= 100 && (and || !digitByDigit);
        return number > 0 && (afterHundred || (number < 10 && last >= 20 && last < 100 && last % 10 == 0));
    }

    private String literal = "";

    private void open(long number, String text) {
        literal = text;
        boolean scale = number >= 1000 && text.isEmpty();
        thousands = scale ? number : 0;
        current = scale ? 0 : number;
        last = number;
    }

    private void close() {
        if (last >= 0) {
            boolean untouched = !literal.isEmpty() && Long.parseLong(literal) == thousands + current;
            groups.add(untouched ? literal : Long.toString(thousands + current));
        }
        last = -1;
        literal = "";
    }
}
