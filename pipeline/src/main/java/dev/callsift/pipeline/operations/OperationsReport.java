package dev.callsift.pipeline.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the requests of calls that ended in a period: all together, by type and by team. Withdrawn items are left out,
 * since nobody was ever shown what the call no longer shows.
 *
 * @param from the period's beginning
 * @param to its end, which is not part of it
 * @param types by code of the tag, those that were asked most first
 * @param teams by name, those that were asked most first; items without a team have none
 */
public record OperationsReport(Instant from, Instant to, Row total, List<Row> types, List<Row> teams) {

    public OperationsReport {
        types = List.copyOf(types);
        teams = List.copyOf(teams);
    }

    /**
     * Figures of a group of items.
     *
     * @param name of the group; null for all of them, and for those without a team
     * @param asked items, without those that were found to be no requests
     * @param seen those of them that somebody has taken up
     * @param open those of them that still wait for somebody
     * @param done those of them that were done
     * @param doneInTime done before the dispatch cut-off
     * @param doneLate done after it; what is done and neither has an order whose cut-off is not known
     * @param tooLate closed because nothing could be changed any more
     * @param refused closed because it will not be done
     * @param notRequests items that were found to be no requests; not part of {@code asked}
     * @param refusedAndCancelled changes that the agent refused on calls that ended in a cancellation
     * @param toSeen from the call's end
     * @param toDone from the call's end
     */
    public record Row(
            @Nullable String name,
            long asked,
            long seen,
            long open,
            long done,
            long doneInTime,
            long doneLate,
            long tooLate,
            long refused,
            long notRequests,
            long refusedAndCancelled,
            Waiting toSeen,
            Waiting toDone) {}

    /**
     * How long it took; null when no item of the group came that far or no call says when it ended.
     *
     * @param p90 nine in ten took at most that long
     */
    public record Waiting(
            @Nullable Duration median, @Nullable Duration p90) {}
}
