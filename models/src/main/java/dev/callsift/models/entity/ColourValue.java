package dev.callsift.models.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Colours, word by word in the usual spelling: {@code navy blue}, {@code grey}, {@code gold and white}. */
final class ColourValue {

    private static final LexiconSection COLOURS = Lexicon.english().section("colour");
    private static final LexiconSection NOISE = Lexicon.english().section("colour-noise");

    private ColourValue() {}

    static Optional<String> of(List<String> words) {
        List<String> said = SpokenWords.without(SpokenWords.withoutArticle(SpokenWords.corrected(words)), NOISE);
        List<String> colour = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            int length = Math.max(1, COLOURS.lengthAt(said, i));
            String form = String.join(" ", said.subList(i, i + length));
            colour.add(COLOURS.value(form).orElse(form));
            i += length - 1;
        }
        return Optional.of(String.join(" ", colour)).filter(value -> !value.isEmpty());
    }
}
