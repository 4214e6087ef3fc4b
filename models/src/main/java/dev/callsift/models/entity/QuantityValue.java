package dev.callsift.models.entity;

import java.util.List;
import java.util.Optional;

/** How many: digits. */
final class QuantityValue {

    private static final LexiconSection QUANTITIES = Lexicon.english().section("quantity");

    private QuantityValue() {}

    static Optional<String> of(List<String> words) {
        List<String> said = SpokenWords.corrected(words);
        return listed(said)
                .or(() -> listed(SpokenWords.withoutArticle(said)))
                .or(() -> number(said))
                .or(() -> dozens(said));
    }

    private static Optional<String> listed(List<String> words) {
        return QUANTITIES
                .value(String.join(" ", words))
                .filter(value -> !SpokenNumber.isNumber(words.getFirst()) || words.size() > 1);
    }

    private static Optional<String> number(List<String> words) {
        var value = SpokenNumber.value(words);
        return value.isPresent() ? Optional.of(Long.toString(value.getAsLong())) : Optional.empty();
    }

    private static Optional<String> dozens(List<String> words) {
        boolean dozens = words.size() > 1 && words.getLast().startsWith("dozen");
        return dozens
                ? number(words.subList(0, words.size() - 1)).map(n -> Long.toString(12 * Long.parseLong(n)))
                : Optional.empty();
    }
}
