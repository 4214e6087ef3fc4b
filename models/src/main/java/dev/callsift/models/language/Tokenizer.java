package dev.callsift.models.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Turns recognized words into {@link Token}s: other spellings are set right and contractions spelled out, fillers and
 * stuttered repetitions are dropped, each token keeps the number of its word. Safe for use by several threads.
 */
public final class Tokenizer {

    private final Map<String, List<String>> spellings;
    private final Set<String> fillers;
    private final Set<String> soft;
    private final Morphology morphology = Morphology.english();

    Tokenizer(Map<String, List<String>> spellings, Set<String> fillers, Set<String> soft) {
        this.spellings = Map.copyOf(spellings);
        this.fillers = Set.copyOf(fillers);
        this.soft = Set.copyOf(soft);
    }

    private record Piece(String text, int word) {}

    /**
     * The tokens of an utterance.
     *
     * @param words lower case, without punctuation
     */
    public List<Token> tokens(List<String> words) {
        List<Piece> pieces = pieces(words);
        List<String> texts = pieces.stream().map(Piece::text).toList();
        List<String> parts = texts.isEmpty() ? List.of() : morphology.partsOfSpeech(texts);
        List<Token> tokens = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            String part = parts.get(i);
            tokens.add(new Token(
                    text, morphology.lemmas(text, part), part, pieces.get(i).word, soft.contains(text), i == 0));
        }
        return List.copyOf(tokens);
    }

    private List<Piece> pieces(List<String> words) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int word = i;
            spellOut(words.get(i)).forEach(text -> add(pieces, new Piece(text, word)));
        }
        return pieces;
    }

    private Stream<String> spellOut(String word) {
        return spellings.getOrDefault(word, List.of(word)).stream()
                .flatMap(spelled -> Contractions.spellOut(spelled).stream())
                .filter(text -> !fillers.contains(text));
    }

    /** Adds it unless it repeats what was just said: "i i want", "can you can you". */
    private static void add(List<Piece> pieces, Piece piece) {
        int size = pieces.size();
        if (size >= 1 && pieces.get(size - 1).text.equals(piece.text)) {
            return;
        }
        pieces.add(piece);
        if (size >= 3 && same(pieces, size - 3, size - 1) && same(pieces, size - 2, size)) {
            pieces.subList(size - 1, size + 1).clear();
        }
    }

    private static boolean same(List<Piece> pieces, int one, int other) {
        return pieces.get(one).text.equals(pieces.get(other).text);
    }
}
