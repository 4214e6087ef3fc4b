package dev.callsift.models.language;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Spells English contractions out, so that a rule says {@code do not} once and means {@code don't} as well. */
final class Contractions {

    private static final Map<String, List<String>> IRREGULAR = Map.of(
            "won't", List.of("will", "not"),
            "can't", List.of("can", "not"),
            "shan't", List.of("shall", "not"),
            "ain't", List.of("be", "not"),
            "let's", List.of("let", "us"));
    private static final Map<String, String> ENDINGS =
            Map.of("'m", "am", "'re", "are", "'ve", "have", "'ll", "will", "'d", "would");

    /** After these, {@code 's} is a verb; after other words it says whose. */
    private static final Set<String> SUBJECTS = Set.of(
            "it",
            "he",
            "she",
            "that",
            "this",
            "there",
            "here",
            "what",
            "where",
            "who",
            "when",
            "how",
            "why",
            "nobody",
            "everything",
            "something",
            "nothing");

    private Contractions() {}

    static List<String> spellOut(String word) {
        int apostrophe = word.indexOf('\'');
        if (apostrophe <= 0) {
            return List.of(word);
        }
        List<String> irregular = IRREGULAR.get(word);
        return irregular != null ? irregular : regular(word, apostrophe);
    }

    private static List<String> regular(String word, int apostrophe) {
        String stem = word.substring(0, apostrophe);
        String ending = word.substring(apostrophe);
        if (word.endsWith("n't")) {
            return List.of(word.substring(0, word.length() - 3), "not");
        }
        if (ending.equals("'s")) {
            return SUBJECTS.contains(stem) ? List.of(stem, "is") : List.of(stem);
        }
        String verb = ENDINGS.get(ending);
        return verb == null ? List.of(word) : List.of(stem, verb);
    }
}
