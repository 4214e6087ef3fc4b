package dev.callsift.models.change;

import dev.callsift.models.language.RuleSpeaker;
import java.util.List;

/**
 * What one speaker says before the other does.
 *
 * @param speaker {@code ANY} where it is not known
 * @param words lower case, without punctuation
 * @param asked how likely it shows the change in question, from 0 to 1
 */
public record SpokenTurn(RuleSpeaker speaker, List<String> words, double asked) {

    private static final double SURELY = 0.5;
    private static final double PERHAPS = 0.15;

    public SpokenTurn {
        words = List.copyOf(words);
    }

    boolean isSurelyAsked() {
        return asked >= SURELY;
    }

    /** Coarse, for it is a feature. */
    String askedFor() {
        return isSurelyAsked() ? "surely" : asked >= PERHAPS ? "perhaps" : "not";
    }
}
