package dev.callsift.models.training;

import dev.callsift.models.language.RuleSpeaker;
import java.util.List;
import java.util.Set;

/**
 * What a customer or an agent says, and what it means.
 *
 * @param speaker whose words they are: {@code CUSTOMER} or {@code AGENT}
 * @param codes of the taxonomy, also signals; empty where none holds
 * @param before the other's words just before, lower case; empty where they do not matter
 * @param words lower case, without punctuation
 * @param entities in the order of the words, never overlapping
 * @param ofWholeCall whether the utterances around it are there too
 * @param where file and line
 */
record TrainingUtterance(
        RuleSpeaker speaker,
        Set<String> codes,
        List<String> before,
        List<String> words,
        List<EntityMark> entities,
        boolean ofWholeCall,
        String where) {

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
        before = List.copyOf(before);
        words = List.copyOf(words);
        entities = List.copyOf(entities);
    }
}
