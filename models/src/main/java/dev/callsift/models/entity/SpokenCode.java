package dev.callsift.models.entity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Letters and digits as they are spelled: "c s double four one one nine", "triple zero", "a for apple", "bravo", "four no five".
 * What is said after a correction replaces all when it begins like it, and the last character otherwise.
 */
final class SpokenCode {

    private static final LexiconSection REPEATS = Lexicon.english().section("repeat");
    private static final LexiconSection LETTERS = Lexicon.english().section("letter");
    private static final LexiconSection MISHEARD = Lexicon.english().section("misheard-number");
    private static final LexiconSection JOINTS = Lexicon.english().section("joint");
    private static final Pattern TYPED = Pattern.compile("[a-z]{1,3}|[a-z0-9]*[0-9][a-z0-9]*");
    private static final Pattern FULL_UK_POSTCODE = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}");
    private static final int INWARD_CODE = 3;

    private final List<String> words;
    private final StringBuilder characters = new StringBuilder();
    private int at;

    private SpokenCode(List<String> words) {
        this.words = words;
    }

    /** Upper-case letters and digits, for example {@code CS44119}; empty when a word spells nothing. */
    static Optional<String> read(List<String> words) {
        String code = "";
        for (List<String> version : SpokenWords.versions(words)) {
            Optional<String> characters = new SpokenCode(version).characters();
            if (characters.isEmpty()) {
                return Optional.empty();
            }
            code = corrected(code, characters.get());
        }
        return code.isEmpty() ? Optional.empty() : Optional.of(code.toUpperCase(Locale.ROOT));
    }

    /** Like a code; a full British one has its space: {@code LS6 2QR}. */
    static Optional<String> postalCode(List<String> words) {
        return read(words)
                .map(code -> FULL_UK_POSTCODE.matcher(code).matches()
                        ? code.substring(0, code.length() - INWARD_CODE)
                                + " "
                                + code.substring(code.length() - INWARD_CODE)
                        : code);
    }

    /** Digits alone, without "plus". */
    static Optional<String> phone(List<String> words) {
        return read(words).map(code -> code.replace('O', '0')).filter(code -> code.chars()
                .allMatch(Character::isDigit));
    }

    private static String corrected(String before, String after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before + after;
        }
        boolean again = after.charAt(0) == before.charAt(0) && after.length() >= before.length();
        return again ? after : before.substring(0, before.length() - 1) + after;
    }

    private Optional<String> characters() {
        while (at < words.size()) {
            if (!step()) {
                return Optional.empty();
            }
        }
        return Optional.of(characters.toString());
    }

    private boolean step() {
        return bySpellingWord() || byLetterOfTwoWords() || byRepeat() || byNumbers() || byOneWord();
    }

    /** "s for sugar", "b as in bravo". */
    private boolean bySpellingWord() {
        int as = at + 1 < words.size() ? SPELLING.lengthAt(words, at + 1) : 0;
        int example = at + 1 + as;
        String letter = words.get(at);
        if (letter.length() != 1 || as == 0 || example >= words.size()) {
            return false;
        }
        String word = words.get(example);
        if (!word.startsWith(letter) || word.length() == 1 || SpokenNumber.isNumber(word)) {
            return false;
        }
        characters.append(letter);
        at = example + 1;
        return true;
    }

    private static final LexiconSection SPELLING = Lexicon.english().section("spelling");

    private boolean byLetterOfTwoWords() {
        int length = LETTERS.lengthAt(words, at);
        if (length < 2) {
            return false;
        }
        characters.append(letter(String.join(" ", words.subList(at, at + length))));
        at += length;
        return true;
    }

    private boolean byRepeat() {
        Optional<String> times = REPEATS.value(words.get(at)).filter(n -> !SpokenNumber.isNumber(words.get(at)));
        if (times.isEmpty() || at + 1 >= words.size()) {
            return false;
        }
        String repeated = one(words.get(at + 1));
        if (repeated.isEmpty()) {
            return false;
        }
        characters.append(repeated.repeat(Integer.parseInt(times.get())));
        at += 2;
        return true;
    }

    private boolean byNumbers() {
        int end = at;
        while (end < words.size() && (SpokenNumber.isNumber(words.get(end)) || isAnd(end))) {
            end++;
        }
        Optional<List<String>> groups = end == at ? Optional.empty() : SpokenNumber.digits(words.subList(at, end));
        groups.ifPresent(found -> characters.append(String.join("", found)));
        at = groups.isPresent() ? end : at;
        return groups.isPresent();
    }

    private boolean isAnd(int index) {
        return index > at
                && words.get(index).equals("and")
                && words.get(index - 1).equals("hundred")
                && index + 1 < words.size()
                && SpokenNumber.isNumber(words.get(index + 1));
    }

    private boolean byOneWord() {
        String word = words.get(at);
        int misheard = MISHEARD.lengthAt(words, at);
        if (misheard > 1) {
            characters.append(MISHEARD.value(String.join(" ", words.subList(at, at + misheard)))
                    .orElseThrow());
            at += misheard;
            return true;
        }
        at++;
        String one = one(word);
        characters.append(one);
        return !one.isEmpty() || JOINTS.has(word);
    }

    /** What one word spells; nothing when it spells nothing. */
    private String one(String word) {
        if (word.equals("o") && endsWithDigit()) {
            return "0";
        }
        if (JOINTS.has(word)) {
            return "";
        }
        return SpokenNumber.digits(List.of(word))
                .map(List::getFirst)
                .or(() -> MISHEARD.value(word))
                .or(() -> LETTERS.value(word))
                .orElse(TYPED.matcher(word).matches() ? word : "");
    }

    private boolean endsWithDigit() {
        return !characters.isEmpty() && Character.isDigit(characters.charAt(characters.length() - 1));
    }

    private static String letter(String name) {
        return LETTERS.value(name).orElseThrow();
    }
}
