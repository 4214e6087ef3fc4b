package dev.callsift.review;

import dev.callsift.pipeline.ledger.RecordingState;
import java.util.Map;

/**
 * How much of what is known could be counted: recordings of the whole ledger at the moment of asking. The ledger cannot say of
 * which week a recording is that was not read yet.
 *
 * @param known recordings found in the store
 * @param indexed those that are in the index
 * @param quarantined those held back, each with a reason
 * @param waiting the rest, which the next run takes up
 */
public record Coverage(long known, long indexed, long quarantined, long waiting) {

    static Coverage of(Map<RecordingState, Long> counts) {
        long known = counts.values().stream().mapToLong(Long::longValue).sum();
        long indexed = counts.getOrDefault(RecordingState.INDEXED, 0L);
        long quarantined = counts.getOrDefault(RecordingState.QUARANTINED, 0L);
        return new Coverage(known, indexed, quarantined, known - indexed - quarantined);
    }

    /** From 0 to 1; 1 where nothing is known. */
    public double share() {
        return known == 0 ? 1 : (double) indexed / known;
    }
}
