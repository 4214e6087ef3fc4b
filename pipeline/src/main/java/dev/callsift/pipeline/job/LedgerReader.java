package dev.callsift.pipeline.job;

import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.ledger.LedgerEntry;
import dev.callsift.pipeline.ledger.RecordingState;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads the ledger's rows in a state, each once, in their order. Keeps no restart data of its own: a row that was done has
 * left the state, and one that was not is read again by the next run. Safe for several threads, which share the work.
 */
final class LedgerReader implements ItemReader<LedgerEntry> {

    private static final int PAGE = 100;

    private final Ledger ledger;
    private final RecordingState state;
    private final Deque<LedgerEntry> page = new ArrayDeque<>(PAGE);
    private long last = Long.MIN_VALUE;
    private int left;

    /** @param most how many rows are read at most */
    LedgerReader(Ledger ledger, RecordingState state, int most) {
        this.left = most;
        this.ledger = ledger;
        this.state = state;
    }

    @Override
    public synchronized @Nullable LedgerEntry read() {
        if (left == 0) {
            return null;
        }
        if (page.isEmpty()) {
            page.addAll(ledger.next(state, last, PAGE));
        }
        LedgerEntry next = page.poll();
        if (next != null) {
            last = next.sequence();
            left--;
        }
        return next;
    }
}
