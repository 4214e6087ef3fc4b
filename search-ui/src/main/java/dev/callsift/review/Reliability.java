package dev.callsift.review;

import java.util.Optional;

/**
 * How far a tag can be trusted, from what reviewers said of it.
 *
 * @param confirmed calls that have the tag, rightly
 * @param rejected calls that have the tag, wrongly
 * @param added calls that lack the tag, wrongly
 */
public record Reliability(int confirmed, int rejected, int added) {

    /** With fewer verdicts than this, precision and recall say more about chance than about the tag. */
    public static final int FEWEST_VERDICTS = 20;

    private static final double Z = 1.959964;
    static final Reliability UNKNOWN = new Reliability(0, 0, 0);

    /**
     * A share as it would be, were every tag right and none missed.
     *
     * @param value from 0 to 1
     * @param low of the 95 % interval
     * @param high of the 95 % interval
     */
    public record Corrected(double value, double low, double high) {}

    /** How many verdicts on calls that have the tag. */
    public int judged() {
        return confirmed + rejected;
    }

    public Share precision() {
        return Share.of(confirmed, confirmed + rejected);
    }

    public Share recall() {
        return Share.of(confirmed, confirmed + added);
    }

    /** Whether there are verdicts enough, and one of them at least confirms. */
    public boolean sufficient() {
        return judged() >= FEWEST_VERDICTS && confirmed > 0;
    }

    /**
     * The share, where calls that no reviewer has judged count as precision over recall: Rogan and Gladen's estimate (1978)
     * written with what reviewers can measure. Judged calls have the tags that reviewers gave them, and are right as they are. The
     * interval adds the relative variances of the three shares (the delta method on a logarithmic scale).
     *
     * @param judged how many of the share's calls a reviewer has judged
     */
    public Optional<Corrected> correct(Share share, int judged) {
        if (!sufficient() || !share.known() || share.part() == 0) {
            return Optional.empty();
        }
        Share others = Share.of(share.part() - judged, share.whole());
        if (others.part() == 0) {
            return Optional.of(new Corrected(share.value(), share.low(), share.high()));
        }
        double sure = (double) judged / share.whole();
        double value = others.value() * precision().value() / recall().value();
        double spread = Math.exp(
                Z * Math.sqrt(relativeVariance(others) + relativeVariance(precision()) + relativeVariance(recall())));
        return Optional.of(new Corrected(
                Math.min(1, sure + value), Math.min(1, sure + value / spread), Math.min(1, sure + value * spread)));
    }

    private static double relativeVariance(Share share) {
        return (1 - share.value()) / share.part();
    }
}
