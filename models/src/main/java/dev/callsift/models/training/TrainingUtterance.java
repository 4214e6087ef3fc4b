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
 * @param ofDialogue whether the words of both speakers are there, all labelled
 * @param group what is held out together: a whole call, or some utterances in a row
 * @param where file and line
 */
record TrainingUtterance(
        RuleSpeaker speaker,
        Set<String> codes,
        List<String> before,
        List<String> words,
        List<EntityMark> entities,
        boolean ofWholeCall,
        boolean ofDialogue,
        int group,
        String where) {

    /**
     * Words that name something.
     *
     * @param type for example {@code order-number}
     * @param from index of the first word
     * @param to index after the last word
     * @param role {@value #TO} for what a change leads to, {@value #FROM} for what was before; else empty
     */
    record EntityMark(String type, int from, int to, String role) {

        static final String TO = "to";
        static final String FROM = "from";

        EntityMark(String type, int from, int to) {
            this(type, from, to, "");
        }

        /** One name of two parts. */
        EntityMark after(EntityMark part) {
            return new EntityMark(type, part.from(), to, role.isEmpty() ? part.role() : role);
        }
    }

    TrainingUtterance {
        codes = Set.copyOf(codes);
        before = List.copyOf(before);
        words = List.copyOf(words);
        entities = List.copyOf(entities);
    }
}
