package dev.callsift.pipeline.evaluation.tags;

import dev.callsift.pipeline.tagging.PlainTurns;
import dev.callsift.pipeline.transcript.Transcript;
import java.util.List;
import java.util.Set;

/** Where an evaluation takes the words of labelled calls from. */
@FunctionalInterface
public interface CallSource {

    /** The words as they are written beside the labels. */
    CallSource WRITTEN = PlainTurns::transcript;

    /** @param turns as they are written beside the labels */
    Transcript transcript(String id, List<PlainTurns.Turn> turns) throws InterruptedException;

    /**
     * Finds out before the first call whether all will be there.
     *
     * @throws UnreadableLabelsException with the calls that will not
     */
    default void require(Set<String> ids) {}
}
