package dev.callsift.review;

import java.util.List;

/**
 * The figures of one week.
 *
 * @param state whether there is anything to count
 * @param reasons the one of most calls first; those seen in the week or in the four weeks before
 * @param groups what became of cancellations, by each dimension of which anything is known
 * @param modifications the one of most calls first
 * @param provenance with what the figures were made
 */
public record WeeklyReview(
        ReviewWeek week,
        State state,
        Headline headline,
        List<ReasonFigures> reasons,
        List<GroupFigures> groups,
        List<ModificationFigures> modifications,
        Coverage coverage,
        Provenance provenance) {

    /** Over how many weeks before a change is measured. */
    public static final int WEEKS_BEFORE = 4;

    /** How many weeks a line shows, the week itself included. */
    public static final int WEEKS_SHOWN = 12;

    /** Whether there is anything to count. */
    public enum State {
        COUNTED,
        /** No call of this week is in the index. */
        NO_CALLS,
        /** Nothing was indexed so far. */
        NO_INDEX
    }

    public WeeklyReview {
        reasons = List.copyOf(reasons);
        groups = List.copyOf(groups);
        modifications = List.copyOf(modifications);
    }
}
