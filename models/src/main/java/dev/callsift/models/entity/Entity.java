package dev.callsift.models.entity;

import java.util.Optional;

/**
 * Words of an utterance that name something.
 *
 * @param from index of the first word in the utterance
 * @param to index after the last word
 * @param words as they were recognized, separated by spaces
 * @param value what they mean, in the form that {@link EntityFinder} gives for the type; empty where that is not clear
 */
public record Entity(EntityType type, int from, int to, String words, Optional<String> value) {

    public Entity {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("words " + from + " to " + to + " are none");
        }
    }
}
