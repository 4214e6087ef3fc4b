package dev.callsift.models.training;

import dev.callsift.models.language.RuleSpeaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A call from beginning to end with the words of both speakers.
 *
 * @param turns in the order of time; at least one
 */
record TrainingDialogue(List<TrainingUtterance> turns) {

    private static final String CONFIRMED = "cancel.confirmed";
    private static final String SAVED = "cancel.saved";

    TrainingDialogue {
        turns = List.copyOf(turns);
    }

    /** What holds for the call: whatever a turn shows, but of a cancellation and its taking back only what came last. */
    Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        turns.forEach(turn -> {
            codes.addAll(turn.codes());
            if (turn.codes().contains(CONFIRMED)) {
                codes.remove(SAVED);
            } else if (turn.codes().contains(SAVED)) {
                codes.remove(CONFIRMED);
            }
        });
        return codes;
    }

    /** The other speaker's words just before a turn that follows others. */
    static List<String> before(List<TrainingUtterance> earlier, RuleSpeaker speaker) {
        List<String> before = new ArrayList<>();
        boolean found = false;
        for (TrainingUtterance turn : earlier.reversed()) {
            if (turn.speaker() != speaker) {
                before.addAll(0, turn.words());
                found = true;
            } else if (found) {
                break;
            }
        }
        return before;
    }
}
