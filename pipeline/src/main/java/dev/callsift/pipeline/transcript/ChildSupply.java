package dev.callsift.pipeline.transcript;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one child at hand and starts another when it has failed or is worn. Its methods are called with the turn they name
 * (shared or exclusive) held, so that no child is replaced under a recording in flight.
 */
final class ChildSupply implements AutoCloseable {

    /** Starting takes as long as the model needs to load; nothing is decoded meanwhile. */
    private final Deadline startLimit;

    private final ChildCommand command;
    private final Message.Open open;
    private final Wear wear;
    private final ChildFigures figures = new ChildFigures();
    private @Nullable RecognizerChild child;
    private boolean closed;

    ChildSupply(ChildCommand command, Message.Open open, Duration startLimit, Wear wear) {
        this.command = command;
        this.open = open;
        this.startLimit = new Deadline(startLimit, 0);
        this.wear = wear;
    }

    /** The child at hand; a new one where it has failed. Shared turn. */
    synchronized RecognizerChild current() throws InterruptedException {
        RecognizerChild present = child;
        return present == null || present.failed() ? renew() : present;
    }

    /** A child that has not been asked for anything. Exclusive turn. */
    synchronized RecognizerChild unused() throws InterruptedException {
        RecognizerChild present = current();
        return present.asked() == 0 ? present : renew();
    }

    synchronized boolean worn() {
        RecognizerChild present = child;
        return present != null && !present.failed() && wear.isWorn(present, figures.readyBytes());
    }

    /** Replaces a child that is worn. Exclusive turn. */
    synchronized void recycle() throws InterruptedException {
        if (worn()) {
            renew();
        }
    }

    synchronized RecognizerUsage usage() {
        Optional.ofNullable(child).ifPresent(figures::measure);
        return figures.usage();
    }

    /** Takes the figures while the child is there to be asked. */
    synchronized void measure(RecognizerChild measured) {
        if (measured.equals(child)) {
            figures.measure(measured);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        discard();
    }

    private RecognizerChild renew() throws InterruptedException {
        if (closed) {
            throw new IllegalStateException("the speech recognizer is closed");
        }
        discard();
        var fresh = new RecognizerChild(command);
        fresh.open(open, startLimit);
        child = fresh;
        figures.started(fresh);
        return fresh;
    }

    private void discard() {
        if (child != null) {
            figures.measure(child);
            child.close();
            child = null;
        }
    }
}
