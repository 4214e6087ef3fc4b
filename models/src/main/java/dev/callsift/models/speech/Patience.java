package dev.callsift.models.speech;

import java.time.Duration;

/**
 * How long to wait for a server and how often to ask again. A slow server is fine as long as bytes come.
 *
 * @param stall the longest time without a byte
 * @param attempts how often in a row without notable progress
 * @param firstPause before the second attempt; doubled before each further one
 */
record Patience(Duration stall, int attempts, Duration firstPause) {

    static final Patience STANDARD = new Patience(Duration.ofSeconds(30), 6, Duration.ofSeconds(1));

    Duration pauseAfter(int failures) {
        return firstPause.multipliedBy(1L << Math.min(failures - 1, 10));
    }
}
