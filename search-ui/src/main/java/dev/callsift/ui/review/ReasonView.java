package dev.callsift.ui.review;

import dev.callsift.pipeline.index.CallFields;
import dev.callsift.review.Breakdown;
import dev.callsift.review.Change;
import dev.callsift.review.EvidenceQuote;
import dev.callsift.review.ReasonFigures;
import dev.callsift.review.Reliability;
import dev.callsift.review.Share;
import dev.callsift.ui.Addresses;
import dev.callsift.ui.Clock;
import dev.callsift.ui.SpeakerLabel;
import dev.callsift.ui.TagChip;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A reason as shown.
 *
 * @param bar where its share and the ends of its interval stand, from 0 to 100
 * @param corrected the share by reviewers' verdicts, or why there is none
 * @param change in words
 * @param news the style sheet's class for the change
 * @param test what the change was judged by
 */
record ReasonView(
        int rank,
        TagChip chip,
        String href,
        String calls,
        String share,
        String interval,
        Bar bar,
        Sparkline line,
        String change,
        String news,
        String test,
        String corrected,
        String reliability,
        String saved,
        List<QuoteView> quotes,
        List<BreakdownView> breakdowns) {

    private static final int MOST_ROWS = 6;

    /** A share and its interval in percent. */
    record Bar(String value, String low, String width) {

        static Bar of(Share share) {
            return new Bar(percent(share.value()), percent(share.low()), percent(share.high() - share.low()));
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.1f", 100 * share);
        }
    }

    /**
     * @param call its id
     * @param agent empty where it is not known
     */
    record QuoteView(
            String call,
            String href,
            String audio,
            long startMs,
            String clock,
            String machine,
            SpeakerLabel speaker,
            String words,
            String agent,
            String sure) {

        static QuoteView of(EvidenceQuote quote, Links links) {
            return new QuoteView(
                    quote.callId(),
                    links.moment(quote.callId(), quote.startMs()),
                    Addresses.audio(quote.callId()),
                    quote.startMs(),
                    Clock.position(quote.startMs()),
                    Clock.machine(quote.startMs()),
                    SpeakerLabel.of(quote.speaker()),
                    quote.words(),
                    quote.agent().equals(CallFields.UNKNOWN) ? "" : quote.agent(),
                    Figure.percent(quote.confidence()));
        }
    }

    /** @param further how many values are not shown */
    record BreakdownView(String title, List<RowView> rows, int further) {

        static BreakdownView of(Breakdown breakdown, String code, Links links) {
            List<Breakdown.Row> seen = breakdown.rows().stream()
                    .filter(row -> row.share().part() > 0)
                    .toList();
            return new BreakdownView(
                    title(breakdown.dimension().label()),
                    seen.stream()
                            .limit(MOST_ROWS)
                            .map(row -> new RowView(
                                    row.value(),
                                    Figure.ofWhole(row.share()),
                                    Figure.percent(row.share()),
                                    links.calls(breakdown.dimension(), row.value(), code)))
                            .toList(),
                    Math.max(0, seen.size() - MOST_ROWS));
        }

        private static String title(String label) {
            return "By " + label;
        }
    }

    /** @param href null where no search finds these calls */
    record RowView(
            String value,
            String calls,
            String share,
            @Nullable String href) {}

    static ReasonView of(int rank, ReasonFigures reason, TagChip chip, Links links) {
        Change change = reason.change();
        return new ReasonView(
                rank,
                chip,
                links.calls(reason.code()),
                Figure.count(reason.share().part()),
                Figure.percent(reason.share()),
                Figure.interval(reason.share()),
                Bar.of(reason.share()),
                Sparkline.of(reason.weeks()),
                change(change),
                change.news().name().toLowerCase(Locale.ROOT),
                test(change),
                corrected(reason),
                reliability(reason.reliability()),
                reason.share().part() == 0
                        ? "–"
                        : Figure.percent(reason.saved()) + " (" + Figure.ofWhole(reason.saved()) + ")",
                reason.evidence().stream()
                        .map(quote -> QuoteView.of(quote, links))
                        .toList(),
                reason.breakdowns().stream()
                        .map(breakdown -> BreakdownView.of(breakdown, reason.code(), links))
                        .filter(breakdown -> !breakdown.rows().isEmpty())
                        .toList());
    }

    private static String change(Change change) {
        String points = Figure.points(change.difference()) + " points";
        return switch (change.news()) {
            case UP -> "Up " + points;
            case DOWN -> "Down " + points;
            case STEADY -> "Within chance";
            case UNKNOWN -> "No weeks before";
        };
    }

    private static String test(Change change) {
        if (change.p().isEmpty() || change.q().isEmpty()) {
            return "nothing to compare with";
        }
        return "was " + Figure.percent(change.before()) + " (" + Figure.ofWhole(change.before()) + "), "
                + Figure.points(change.difference()) + " points; p "
                + Figure.chance(change.p().get()) + ", q "
                + Figure.chance(change.q().get());
    }

    private static String corrected(ReasonFigures reason) {
        return reason.corrected()
                .map(corrected -> Figure.percent(corrected.value()) + " ("
                        + Figure.interval(corrected.low(), corrected.high()) + ")")
                .orElse("–");
    }

    private static String reliability(Reliability reliability) {
        if (!reliability.sufficient()) {
            return reliability.judged() + " of " + Reliability.FEWEST_VERDICTS + " verdicts needed";
        }
        return "precision " + Figure.percent(reliability.precision()) + ", recall "
                + Figure.percent(reliability.recall()) + ", " + reliability.judged() + " verdicts";
    }
}
