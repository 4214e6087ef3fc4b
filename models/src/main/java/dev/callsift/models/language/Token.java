package dev.callsift.models.language;

import java.util.Set;

/**
 * A word as the rules see it: contractions are spelled out ({@code don't} is two tokens of one word), fillers and
 * stuttered repetitions are gone.
 *
 * @param text the word, lower case
 * @param lemmas the word itself and its dictionary forms; more than one where speech leaves its part open
 * @param partOfSpeech universal part-of-speech tag, for example {@code VERB}
 * @param word index of the spoken word it was made of
 * @param soft whether it may be overheard between two words of a pattern ({@code please}, {@code just})
 * @param first whether it begins an utterance
 */
public record Token(String text, Set<String> lemmas, String partOfSpeech, int word, boolean soft, boolean first) {

    public Token {
        lemmas = Set.copyOf(lemmas);
    }

    /** The same of an utterance that so many words stand before. */
    public Token after(int words) {
        return words == 0 ? this : new Token(text, lemmas, partOfSpeech, words + word, soft, first);
    }
}
