package dev.callsift.pipeline.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes when a test says so. */
final class TestClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-11-16T09:30:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    void set(String moment) {
        now = Instant.parse(moment);
    }
}
