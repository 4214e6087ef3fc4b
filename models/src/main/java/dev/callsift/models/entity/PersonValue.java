package dev.callsift.models.entity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names in title case; a name that was spelled is put together. */
final class PersonValue {

    private static final Pattern BEGINNINGS = Pattern.compile("(?:^|(?<=['-])|(?<=^mc))[a-z]");
    private static final int SHORTEST_SPELLED = 3;

    private PersonValue() {}

    static Optional<String> of(List<String> words) {
        List<String> said = SpokenWords.corrected(words);
        boolean spelled = said.size() >= SHORTEST_SPELLED && said.stream().allMatch(word -> word.length() == 1);
        List<String> names = spelled ? List.of(String.join("", said)) : said;
        return Optional.of(names.stream().map(PersonValue::capitalized).collect(Collectors.joining(" ")))
                .filter(name -> !name.isEmpty());
    }

    private static String capitalized(String name) {
        return BEGINNINGS
                .matcher(name)
                .replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT))
                .replaceAll("'S$", "'s");
    }
}
