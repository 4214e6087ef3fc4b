package dev.callsift.pipeline.tagging;

import dev.callsift.models.language.Token;
import dev.callsift.models.language.Tokenizer;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.pipeline.transcript.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The utterances of a call as tokens, each made once, however often it is read. For one thread. */
final class CallTokens {

    private final List<Utterance> utterances;
    private final Tokenizer tokenizer;
    private final Map<Integer, List<Token>> known = new HashMap<>();

    CallTokens(Transcript transcript, Tokenizer tokenizer) {
        this.utterances = transcript.utterances();
        this.tokenizer = tokenizer;
    }

    /** In the order of their beginnings. */
    List<Utterance> utterances() {
        return utterances;
    }

    /** Some utterances of one speaker, by number, as a passage. */
    Passage passage(List<Integer> numbers) {
        List<Passage.Place> places = new ArrayList<>();
        List<Token> tokens = new ArrayList<>();
        for (int number : numbers) {
            int before = places.size();
            tokens(number).forEach(token -> tokens.add(token.after(before)));
            List<Word> words = utterances.get(number).words();
            for (int i = 0; i < words.size(); i++) {
                places.add(new Passage.Place(number, i, words.get(i)));
            }
        }
        return new Passage(utterances.get(numbers.getFirst()).speaker(), List.copyOf(tokens), List.copyOf(places));
    }

    private List<Token> tokens(int number) {
        return known.computeIfAbsent(
                number,
                each -> tokenizer.tokens(utterances.get(each).words().stream()
                        .map(word -> word.text().toLowerCase(Locale.ROOT))
                        .toList()));
    }
}
