package dev.callsift.review;

import dev.callsift.pipeline.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a review's figures of what the index holds. */
final class Figures {

    private static final int MOST_QUOTES = 4;

    private final ReviewData data;
    private final List<ReviewedCall> cancellations;
    private final Map<String, Reliability> reliability;
    private final Map<String, Set<String>> judged;

    /** @param judged reviewers' verdicts on any call */
    Figures(ReviewData data, List<Verdict> judged) {
        this.data = data;
        this.cancellations = data.cancellations();
        this.reliability = JudgedTags.reliability(judged);
        this.judged = JudgedTags.calls(judged);
    }

    Headline headline() {
        List<ReviewedCall> calls = data.calls();
        Share cancelled = share(cancellations, ReviewedCall::cancelled);
        Share saved = share(cancellations, ReviewedCall::saved);
        return new Headline(
                calls.size(),
                Share.of(cancellations.size(), calls.size()),
                cancelled,
                saved,
                cancellations.size() - cancelled.part() - saved.part(),
                share(calls, Figures::asksForChange),
                calls.stream().mapToLong(ReviewedCall::durationMs).sum() / 60_000.0,
                calls.stream()
                        .mapToDouble(ReviewedCall::confidence)
                        .filter(confidence -> confidence > 0)
                        .average()
                        .orElse(0));
    }

    private static boolean asksForChange(ReviewedCall call) {
        return call.codes().stream().anyMatch(code -> code.startsWith(ReviewedCall.MODIFICATION));
    }

    private static Share share(List<ReviewedCall> calls, Predicate<ReviewedCall> wanted) {
        return Share.of((int) calls.stream().filter(wanted).count(), calls.size());
    }

    List<ReasonFigures> reasons() {
        List<String> codes = codes();
        List<Share> now = codes.stream().map(data.counts(data.week())::share).toList();
        List<Change> changes =
                Comparison.of(now, codes.stream().map(this::before).toList());
        return IntStream.range(0, codes.size())
                .mapToObj(i -> reason(codes.get(i), now.get(i), changes.get(i)))
                .sorted(Comparator.<ReasonFigures>comparingInt(
                                reason -> -reason.share().part())
                        .thenComparing(ReasonFigures::code))
                .toList();
    }

    /** Reasons seen in the week or in those it is compared with; one that is no longer given is news too. */
    private List<String> codes() {
        return data.week()
                .last(WeeklyReview.WEEKS_BEFORE + 1)
                .flatMap(week -> data.counts(week).reasons().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Share before(String code) {
        List<WeekCounts> before = weeksBefore().map(data::counts).toList();
        return Share.of(
                before.stream().mapToInt(week -> week.share(code).part()).sum(),
                before.stream().mapToInt(WeekCounts::cancellations).sum());
    }

    private Stream<ReviewWeek> weeksBefore() {
        return data.week().plus(-1).last(WeeklyReview.WEEKS_BEFORE);
    }

    private ReasonFigures reason(String code, Share share, Change change) {
        List<ReviewedCall> calls = cancellations.stream()
                .filter(call -> call.codes().contains(code))
                .toList();
        Reliability reliable = reliability.getOrDefault(code, Reliability.UNKNOWN);
        Set<String> seen = judged.getOrDefault(code, Set.of());
        int judgedHere =
                (int) calls.stream().filter(call -> seen.contains(call.id())).count();
        return new ReasonFigures(
                code,
                share,
                data.week()
                        .last(WeeklyReview.WEEKS_SHOWN)
                        .map(week -> new ReasonFigures.WeekShare(
                                week, data.counts(week).share(code)))
                        .toList(),
                change,
                reliable,
                reliable.correct(share, judgedHere),
                share(calls, ReviewedCall::cancelled),
                share(calls, ReviewedCall::saved),
                EvidenceQuote.best(calls, code, MOST_QUOTES),
                Breakdown.of(cancellations, call -> call.codes().contains(code)));
    }
}
