package dev.callsift.pipeline.recording;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Tells files that are at rest from those that may still be written. */
record Settling(Duration rest, InstantSource clock) {

    static Settling of(RecordingSettings settings, Duration otherwise, InstantSource clock) {
        Duration set = settings.settle();
        return new Settling(set == null ? otherwise : set, clock);
    }

    /** A time in the future counts as rest: a wrong clock on the other side must not hold a file back for ever. */
    boolean mayStillBeWritten(Instant lastModified) {
        Duration age = Duration.between(lastModified, clock.instant());
        return !age.isNegative() && age.compareTo(rest) < 0;
    }
}
