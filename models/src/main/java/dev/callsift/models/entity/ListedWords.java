package dev.callsift.models.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names of closed classes, found by the lexicon alone. */
final class ListedWords {

    private static final Lexicon LEXICON = Lexicon.english();

    /** In this order: of two lists that know the same words, the first is meant. */
    private static final List<Listed> LISTS = List.of(
            listed(EntityType.SIZE),
            listed(EntityType.COLOUR),
            listed(EntityType.PAYMENT_METHOD),
            listed(EntityType.COURIER),
            Listed.of(EntityType.DATE, "weekday"),
            Listed.of(EntityType.DATE, "day"),
            Listed.of(EntityType.DATE, "feast"),
            Listed.of(EntityType.TIME_WINDOW, "day-part"));

    /** Names that mean something else as often: they say to the trained finder what to expect, and prove nothing. */
    private static final List<Listed> HINTS = List.of(
            Listed.of(EntityType.PRODUCT, "product"),
            Listed.of(EntityType.PERSON, "person"),
            Listed.of(EntityType.PERSON, "title"),
            Listed.of(EntityType.ADDRESS, "place"),
            Listed.of(EntityType.ADDRESS, "address-part"));

    private static final List<Listed> ALL =
            Stream.concat(LISTS.stream(), HINTS.stream()).toList();

    private static final Map<String, List<Listed>> BY_BEGINNING = byBeginning();

    private ListedWords() {}

    private static Map<String, List<Listed>> byBeginning() {
        Map<String, List<Listed>> lists = new HashMap<>();
        ALL.forEach(
                list -> list.forms.beginnings().forEach(word -> lists.computeIfAbsent(word, any -> new ArrayList<>())
                        .add(list)));
        return lists;
    }

    private record Listed(EntityType type, String section, LexiconSection forms, Set<String> ambiguous) {

        static Listed of(EntityType type, String section) {
            return new Listed(type, section, LEXICON.section(section), LEXICON.ambiguous(section));
        }

        boolean sure(List<String> form) {
            return !ambiguous.contains(String.join(" ", form));
        }
    }

    private static Listed listed(EntityType type) {
        return Listed.of(type, type.label());
    }

    /** For each word which lists know it, and whether it begins or goes on with a form of theirs. */
    static List<String> marks(List<String> words) {
        List<String> marks = new ArrayList<>();
        words.forEach(word -> marks.add(""));
        for (Listed list : ALL) {
            for (int i = 0; i < words.size(); ) {
                int length = list.forms.lengthAt(words, i);
                for (int j = i; j < i + length; j++) {
                    marks.set(j, marks.get(j) + (j == i ? "B" : "I") + list.section + ",");
                }
                i += Math.max(1, length);
            }
        }
        return marks;
    }

    /** For each word the list that knows it; empty where none does. */
    static List<String> names(List<String> words) {
        List<String> names = new ArrayList<>(words.size());
        while (names.size() < words.size()) {
            int at = names.size();
            Optional<Listed> list = BY_BEGINNING.getOrDefault(words.get(at), List.of()).stream()
                    .filter(each -> each.forms.lengthAt(words, at) > 0)
                    .findFirst();
            int length = list.map(each -> each.forms.lengthAt(words, at)).orElse(1);
            names.addAll(Collections.nCopies(length, list.map(Listed::section).orElse("")));
        }
        return names;
    }

    /** What the words say wherever they are said. */
    static List<Named> find(List<String> words) {
        List<Named> found = new ArrayList<>();
        for (Listed list : LISTS) {
            for (int i = 0; i < words.size(); ) {
                int length = list.forms.lengthAt(words, i);
                if (length > 0 && list.sure(words.subList(i, i + length))) {
                    found.add(new Named(list.type, i, i + length));
                }
                i += Math.max(1, length);
            }
        }
        return found;
    }
}
