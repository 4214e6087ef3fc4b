package dev.callsift.review;

import java.util.Optional;

/**
 * How a share differs from the same share over the weeks before.
 *
 * @param before the share over the weeks before, taken together
 * @param difference in percentage points, this week's share less the one before
 * @param p how often chance alone makes a difference like this; empty when there is nothing to compare
 * @param q the same, adjusted for having looked at several reasons at once; empty with {@code p}
 * @param news what may be said of it
 */
public record Change(Share before, double difference, Optional<Double> p, Optional<Double> q, News news) {

    /** Of what is called news, one in twenty is expected to be chance. */
    static final double FALSE_DISCOVERIES = 0.05;

    /** What a test allows to be said. */
    public enum News {
        /** Grew, beyond chance. */
        UP,
        /** Fell, beyond chance. */
        DOWN,
        /** Within chance. */
        STEADY,
        /** Too little to compare. */
        UNKNOWN
    }

    static Change of(Share now, Share before, Optional<Double> p, Optional<Double> q) {
        double difference = 100 * (now.value() - before.value());
        return new Change(before, p.isPresent() ? difference : 0, p, q, news(difference, q));
    }

    private static News news(double difference, Optional<Double> q) {
        if (q.isEmpty()) {
            return News.UNKNOWN;
        }
        if (q.get() > FALSE_DISCOVERIES) {
            return News.STEADY;
        }
        return difference > 0 ? News.UP : News.DOWN;
    }
}
