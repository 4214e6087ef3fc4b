package dev.callsift.pipeline.transcript;

import java.time.Duration;

/**
 * How long a recording may take: a base, and a multiple of its length as far as it has been decoded. A header that lies
 * about the length moves nothing, and a recording that hangs in its first minute is stopped within minutes however long it is.
 */
record Deadline(Duration base, double factor) {

    /** @param positionMs how far the recording has been decoded, in milliseconds */
    long nanos(long positionMs) {
        return base.toNanos() + (long) (positionMs * 1e6 * factor);
    }
}
