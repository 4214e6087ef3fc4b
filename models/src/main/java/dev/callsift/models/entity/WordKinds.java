package dev.callsift.models.entity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What kind of word it is, where the word itself does not matter: a digit is a digit. */
final class WordKinds {

    private static final Lexicon LEXICON = Lexicon.english();
    private static final List<String> SECTIONS = List.of("repeat", "month", "weekday", "currency", "small-currency");
    private static final Map<String, String> CUES = LEXICON.section("cue").values();
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();
    private static final int REMEMBERED = 100_000;

    /** Kinds that spelled codes are made of. */
    private static final String SPELLED = "DTHLXAR";

    private static final String PLAIN = "-";
    private static final String RARE = "?";

    private WordKinds() {}

    static String cue(String word) {
        return CUES.getOrDefault(word, "");
    }

    /** @param common words that are no news; another plain word is more often a name */
    static String kind(String word, Set<String> common) {
        String kind = kind(word);
        return kind.equals(PLAIN) && !common.contains(word) ? RARE : kind;
    }

    private static String kind(String word) {
        String known = KNOWN.get(word);
        if (known != null) {
            return known;
        }
        String kind = find(word);
        if (KNOWN.size() < REMEMBERED) {
            KNOWN.put(word, kind);
        }
        return kind;
    }

    private static String find(String word) {
        if (LEXICON.section("repeat").has(word) && !SpokenNumber.isNumber(word)) {
            return "R";
        } else if (SpokenNumber.isNumber(word)) {
            return number(word);
        } else if (word.chars().anyMatch(Character::isDigit)) {
            return "A";
        } else if (word.length() == 1 && !word.equals("a") && !word.equals("i")) {
            return "L";
        }
        return LEXICON.section("ordinal").has(word) ? "O" : named(word);
    }

    private static String number(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return "X" + Math.min(word.length(), 10);
        }
        return switch (LEXICON.section("number").value(word).orElseThrow().length()) {
            case 1 -> "D";
            case 2 -> "T";
            default -> "H";
        };
    }

    private static String named(String word) {
        for (String section : SECTIONS) {
            if (LEXICON.section(section).has(word)) {
                return section;
            }
        }
        if (LEXICON.section("misheard-number").has(word)) {
            return "m";
        }
        return LEXICON.section("letter").has(word) ? "l" : PLAIN;
    }

    /** Whether spelled codes are made of it. */
    static boolean isSpelled(String kind) {
        return SPELLED.indexOf(kind.charAt(0)) >= 0;
    }

    /** Whether it may be a spelled character among others. */
    static boolean maybeSpelled(String kind) {
        return isSpelled(kind) || kind.equals("m");
    }
}
