package dev.callsift.models.meaning;

import dev.callsift.models.language.RuleSpeaker;
import java.util.List;

/**
 * A turn of a call, as the encoder is to read it.
 *
 * @param speaker {@code ANY} where it is not known
 * @param words in lower case, as they are spoken
 */
public record ReadTurn(RuleSpeaker speaker, List<String> words) {

    public ReadTurn {
        words = List.copyOf(words);
    }
}
