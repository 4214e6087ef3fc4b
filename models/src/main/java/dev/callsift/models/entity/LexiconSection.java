package dev.callsift.models.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One section of the lexicon: values, and the ways each is said, of one or more words. Immutable. */
final class LexiconSection {

    private final Map<String, String> values = new HashMap<>();

    /** The first word of each form, and how many words the longest form has that begins with it. */
    private final Map<String, Integer> longest = new HashMap<>();

    /** @param forms by value; a value is a form of itself */
    LexiconSection(Map<String, List<String>> forms) {
        forms.forEach((value, said) -> {
            said.forEach(form -> add(form, value));
            if (!value.isEmpty()) {
                add(value.toLowerCase(Locale.ROOT), value);
            }
        });
    }

    private void add(String form, String value) {
        values.putIfAbsent(form, value);
        List<String> words = List.of(form.split(" ", -1));
        longest.merge(words.getFirst(), words.size(), Math::max);
    }

    boolean has(String form) {
        return values.containsKey(form);
    }

    Optional<String> value(String form) {
        return Optional.ofNullable(values.get(form));
    }

    /** The value of each form; of a form with several, the first. */
    Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** The words that its forms begin with. */
    Set<String> beginnings() {
        return longest.keySet();
    }

    /** How many words the longest form has that begins at a place; 0 when none does. */
    int lengthAt(List<String> words, int at) {
        int length = Math.min(longest.getOrDefault(words.get(at), 0), words.size() - at);
        while (length > 0 && !values.containsKey(String.join(" ", words.subList(at, at + length)))) {
            length--;
        }
        return length;
    }
}
