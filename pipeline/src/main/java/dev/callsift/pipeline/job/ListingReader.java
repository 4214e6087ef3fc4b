package dev.callsift.pipeline.job;

import dev.callsift.pipeline.recording.LeftOut;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.RecordingObject;
import dev.callsift.pipeline.recording.RecordingStore;
import dev.callsift.pipeline.recording.StoreUnavailableException;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the store's listing. When the store goes away in the middle, the next call lists again and goes on behind the last key
 * that was read, which works because listings are in the order of keys. For one thread.
 */
final class ListingReader implements ItemStreamReader<RecordingObject> {

    private final RecordingStore store;
    private final Consumer<LeftOut> leftOut;
    private @Nullable Stream<RecordingObject> listing;
    private @Nullable Iterator<RecordingObject> rest;
    private @Nullable RecordingKey last;

    /** @param leftOut is told what the listing comes across and does not list; the same thing twice after a fault */
    ListingReader(RecordingStore store, Consumer<LeftOut> leftOut) {
        this.store = store;
        this.leftOut = leftOut;
    }

    @Override
    public void open(ExecutionContext context) {
        last = null;
    }

    @Override
    public @Nullable RecordingObject read() {
        try {
            Iterator<RecordingObject> objects = objects();
            while (objects.hasNext()) {
                RecordingObject next = objects.next();
                if (!seen(next)) {
                    last = next.key();
                    return next;
                }
            }
            return null;
        } catch (StoreUnavailableException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        if (listing != null) {
            listing.close();
        }
        listing = null;
        rest = null;
    }

    private Iterator<RecordingObject> objects() {
        if (rest == null) {
            listing = store.list(leftOut);
            rest = listing.iterator();
        }
        return rest;
    }

    private boolean seen(RecordingObject next) {
        return last != null && next.key().compareTo(last) <= 0;
    }
}
