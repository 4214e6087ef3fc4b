package dev.callsift.models.meaning;

import dev.callsift.models.language.RuleSpeaker;
import java.util.List;

/**
 * A turn in the pieces of its words, by number.
 *
 * @param speaker who speaks it
 * @param words at least one piece for each word
 */
record TurnPieces(RuleSpeaker speaker, List<List<Long>> words) {

    static TurnPieces of(WordPieces known, ReadTurn turn) {
        return new TurnPieces(
                turn.speaker(), turn.words().stream().map(known::of).toList());
    }

    /** How many pieces it takes, with the end after it. */
    int length() {
        return 1 + words.stream().mapToInt(List::size).sum();
    }
}
