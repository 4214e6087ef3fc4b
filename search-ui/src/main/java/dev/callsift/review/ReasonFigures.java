package dev.callsift.review;

import java.util.List;
import java.util.Optional;

/**
 * A reason for cancellations in one week.
 *
 * @param code of the taxonomy
 * @param share calls with the reason, of those in which a cancellation is spoken of
 * @param weeks the same share in the weeks up to this one, the oldest first
 * @param change against the four weeks before
 * @param reliability of the tag by reviewers' verdicts
 * @param corrected the share by that reliability; empty where there are too few verdicts
 * @param cancelled calls in which the order was cancelled, of those with the reason
 * @param saved calls in which the customer keeps the order, of those with the reason
 * @param evidence its best quotes
 * @param breakdowns of the share
 */
public record ReasonFigures(
        String code,
        Share share,
        List<WeekShare> weeks,
        Change change,
        Reliability reliability,
        Optional<Reliability.Corrected> corrected,
        Share cancelled,
        Share saved,
        List<EvidenceQuote> evidence,
        List<Breakdown> breakdowns) {

    public ReasonFigures {
        weeks = List.copyOf(weeks);
        evidence = List.copyOf(evidence);
        breakdowns = List.copyOf(breakdowns);
    }

    /** A share in one of the weeks. */
    public record WeekShare(ReviewWeek week, Share share) {}
}
