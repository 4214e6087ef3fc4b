package dev.callsift.review;

import org.apache.commons.statistics.inference.GTest;

/**
 * How telling it is that a word is in so many calls, by Dunning's log-likelihood ratio (Accurate methods for the statistics of
 * surprise and coincidence, 1993). Calls are counted, not words, because a caller who says a word twenty times is one caller.
 */
final class Keyness {

    /** What chance alone exceeds once in ten thousand words; the usual bound where thousands of words are looked at. */
    static final double TELLING = 15.13;

    private Keyness() {}

    /** Positive where the word is more frequent now, negative where it is less; 0 where there is nothing to compare. */
    static double of(int part, int whole, int partBefore, int wholeBefore) {
        boolean nowhere = part + partBefore == 0;
        boolean everywhere = part == whole && partBefore == wholeBefore;
        if (whole == 0 || wholeBefore == 0 || nowhere || everywhere) {
            return 0;
        }
        double ratio = GTest.withDefaults()
                .statistic(new long[][] {{part, whole - part}, {partBefore, wholeBefore - partBefore}});
        return (double) part / whole >= (double) partBefore / wholeBefore ? ratio : -ratio;
    }
}
