package dev.callsift.review;

/**
 * A week in a few figures.
 *
 * @param calls in the index
 * @param cancellations calls in which a cancellation is spoken of, of all calls
 * @param cancelled calls in which the order was cancelled, of those in which a cancellation is spoken of
 * @param saved calls in which the customer keeps the order, of the same
 * @param open calls with neither outcome
 * @param modifications calls in which something on the order is to be changed, of all calls
 * @param minutes length of the recordings
 * @param confidence mean of the recognizer's over the calls with words; 0 where there are none
 */
public record Headline(
        int calls,
        Share cancellations,
        Share cancelled,
        Share saved,
        int open,
        Share modifications,
        double minutes,
        double confidence) {}
