package dev.callsift.models.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Numbers as they are spoken: "twelve hundred", "two lakh fifty thousand", "three fifty", "1299". */
final class SpokenNumber {

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

    static boolean isNumber(String word) {
        return NUMBERS.has(word) || isLiteral(word);
    }

    /** Whether it is a number, or sounds like one. */
    static boolean maybeNumber(String word) {
        return isNumber(word) || MISHEARD.has(word);
    }

    private static boolean isLiteral(String word) {
        return !word.isEmpty() && word.length() <= LONGEST && word.chars().allMatch(c -> c >= '0' && c <= '9');
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
