package dev.callsift.review;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * A part of a whole, with Wilson's score interval at 95 %: where the share may lie, were the week's calls a sample of all such
 * calls. Of nothing, the share is 0 and may lie anywhere.
 *
 * @param value from 0 to 1
 * @param low of the interval
 * @param high of the interval
 */
public record Share(int part, int whole, double value, double low, double high) {

    private static final double ERROR_RATE = 0.05;

    public static Share of(int part, int whole) {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(part + " is no part of " + whole);
        }
        if (whole == 0) {
            return new Share(0, 0, 0, 0, 1);
        }
        Interval interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(whole, part, ERROR_RATE);
        return new Share(part, whole, (double) part / whole, interval.getLowerBound(), interval.getUpperBound());
    }

    /** Whether there is anything to have a share of. */
    public boolean known() {
        return whole > 0;
    }
}
