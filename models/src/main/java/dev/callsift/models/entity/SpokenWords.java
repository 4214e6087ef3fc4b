package dev.callsift.models.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What every value's words have in common: hesitations, corrections, articles. */
public final class SpokenWords {

    private static final LexiconSection FILLERS = Lexicon.english().section("filler");
    private static final LexiconSection CORRECTIONS = Lexicon.english().section("correction");
    private static final LexiconSection ARTICLES = Lexicon.english().section("article");
    private static final LexiconSection SMALL = Lexicon.english().section("small");

    private SpokenWords() {}

    /** What was said last of something that was said wrong at first ("medium no sorry large"), without hesitations. */
    static List<String> corrected(List<String> words) {
        return versions(words).getLast();
    }

    /** What was said before, between and after corrections; at least one, which may be empty. */
    static List<List<String>> versions(List<String> words) {
        List<String> fluent = without(words, FILLERS);
        List<List<String>> versions = new ArrayList<>();
        versions.add(new ArrayList<>());
        for (int i = 0; i < fluent.size(); i++) {
            int length = CORRECTIONS.lengthAt(fluent, i);
            if (length == 0) {
                versions.getLast().add(fluent.get(i));
            } else {
                versions.add(new ArrayList<>());
                i += length - 1;
            }
        }
        versions.removeIf(List::isEmpty);
        return versions.isEmpty() ? List.of(fluent) : versions;
    }

    static List<String> without(List<String> words, LexiconSection dropped) {
        List<String> left = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int length = dropped.lengthAt(words, i);
            if (length == 0) {
                left.add(words.get(i));
            } else {
                i += length - 1;
            }
        }
        return left;
    }

    /** Without the article that they begin with, unless they are nothing else. */
    public static List<String> withoutArticle(List<String> words) {
        return words.size() > 1 && ARTICLES.has(words.getFirst()) ? words.subList(1, words.size()) : words;
    }

    /** Those that tell something by themselves: "locker on mill street" without "on". */
    public static Set<String> telling(Collection<String> words) {
        return words.stream().filter(word -> !SMALL.has(word)).collect(Collectors.toSet());
    }

    /**
     * Without what is said twice in a row ("fourteen fourteen park road", "flat two flat two"). Digits and letters in a row spell a number ("one one
     * one main street"), and a word may be a name twice ("tuk tuk").
     */
    public static List<String> once(List<String> words) {
        List<String> left = new ArrayList<>();
        for (String word : words) {
            left.add(word);
            for (int length = 1; length <= left.size() / 2; length++) {
                List<String> end = left.subList(left.size() - length, left.size());
                if (isRepeated(end) && end.equals(left.subList(left.size() - 2 * length, left.size() - length))) {
                    end.clear();
                    break;
                }
            }
        }
        return left;
    }

    private static boolean isRepeated(List<String> words) {
        return words.size() == 1
                ? SpokenNumber.value(words).orElse(0) > 9
                : words.stream().anyMatch(word -> word.length() > 1 && !isDigit(word));
    }

    private static boolean isDigit(String word) {
        return SpokenNumber.isNumber(word) && SpokenNumber.value(List.of(word)).orElse(10) < 10;
    }
}
