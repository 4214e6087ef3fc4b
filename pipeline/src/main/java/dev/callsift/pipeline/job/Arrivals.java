package dev.callsift.pipeline.job;

import dev.callsift.pipeline.ledger.Discovery;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.RecordingObject;
import dev.callsift.pipeline.recording.RecordingStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds out what is new in a store: at once where the store tells, and by listing it now and then, since a store may not tell,
 * or what it tells may be lost. For one thread.
 */
final class Arrivals implements AutoCloseable {

    /** Listing takes at most that part of the time. */
    private static final int LISTING_SHARE = 10;

    private static final int PAGE = 200;

    private final RecordingStore store;
    private final Function<List<RecordingObject>, Discovery> ledger;
    private final Duration poll;
    private final InstantSource clock;
    private final BlockingQueue<RecordingKey> told = new LinkedBlockingQueue<>();
    private final AutoCloseable subscription;
    private Instant nextListing = Instant.MIN;

    /**
     * @param ledger takes what is there, and says what of it is new
     * @param poll between listings
     */
    Arrivals(
            RecordingStore store,
            Function<List<RecordingObject>, Discovery> ledger,
            Duration poll,
            InstantSource clock) {
        this.store = store;
        this.ledger = ledger;
        this.poll = poll;
        this.clock = clock;
        this.subscription = store.changes(told::add);
    }

    /** Takes what has come into the ledger, without waiting. */
    Discovery take() {
        if (!clock.instant().isBefore(nextListing)) {
            return list();
        }
        List<RecordingKey> keys = new ArrayList<>();
        told.drainTo(keys);
        return keys.isEmpty() ? Discovery.NONE : ledger.apply(store.find(keys));
    }

    private Discovery list() {
        Instant begun = clock.instant();
        told.clear();
        Discovery found = Discovery.NONE;
        try (Stream<RecordingObject> listing = store.list()) {
            List<RecordingObject> page = new ArrayList<>();
            for (RecordingObject object : (Iterable<RecordingObject>) listing::iterator) {
                page.add(object);
                if (page.size() == PAGE) {
                    found = found.plus(ledger.apply(page));
                    page.clear();
                }
            }
            found = found.plus(ledger.apply(page));
        }
        Instant ended = clock.instant();
        Duration pause = Duration.between(begun, ended).multipliedBy(LISTING_SHARE);
        nextListing = ended.plus(pause.compareTo(poll) > 0 ? pause : poll);
        return found;
    }

    /** Waits until the store tells of something, or it is time to list it again. */
    void await() throws InterruptedException {
        long ms = Math.max(0, Duration.between(clock.instant(), nextListing).toMillis());
        RecordingKey first = told.poll(ms, TimeUnit.MILLISECONDS);
        if (first != null) {
            told.add(first);
        }
    }

    @Override
    public void close() {
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException("the subscription to the store cannot be closed", e);
        }
    }
}
