package dev.callsift.models.training;

import java.util.List;
import java.util.Set;

/**
 * What a customer says, and what it means.
 *
 * @param codes of the taxonomy, also signals; empty where none holds
 * @param agent the agent's words just before, lower case; empty where they do not matter
 * @param words the customer's, lower case, without punctuation
 * @param entities in the order of the words, never overlapping
 * @param where file and line
 */
record TrainingUtterance(
        Set<String> codes, List<String> agent, List<String> words, List<EntityMark> entities, String where) {

    /**
     * Words that name something.
     *
     * @param type for example {@code order-number}
     * @param from index of the first word
     * @param to index after the last word
     */
    record EntityMark(String type, int from, int to) {}

    TrainingUtterance {
        codes = Set.copyOf(codes);
        agent = List.copyOf(agent);
        words = List.copyOf(words);
        entities = List.copyOf(entities);
    }
}
