package dev.callsift.pipeline.job;

import dev.callsift.pipeline.index.CallIndex;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.ledger.LedgerEntry;
import dev.callsift.pipeline.ledger.RecordingState;
import dev.callsift.pipeline.operations.CallOrders;
import dev.callsift.pipeline.recording.DocumentStore;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.verdict.SpeakerVerdicts;
import dev.callsift.pipeline.verdict.Verdicts;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Makes the search index again from what is stored: every call that the ledger counts as indexed. Calls that are only tagged
 * are left to the next run, which indexes them anyway.
 */
public final class IndexRebuild {

    private static final int PAGE = 200;

    private final JobSettings settings;
    private final String store;
    private final StoredCalls calls;
    private final Ledger ledger;
    private final Verdicts verdicts;
    private final CallOrders orders;
    private final DataSource database;

    IndexRebuild(
            JobSettings settings,
            String store,
            DocumentStore documents,
            Ledger ledger,
            Verdicts verdicts,
            CallOrders orders,
            SpeakerVerdicts speakers,
            DataSource database) {
        this.settings = settings;
        this.store = store;
        this.calls = new StoredCalls(documents, speakers);
        this.ledger = ledger;
        this.verdicts = verdicts;
        this.orders = orders;
        this.database = database;
    }

    /**
     * @param calls in the new index
     * @param unreadable what could not be read and is left out, each with its key and what to do
     */
    public record Outcome(long calls, List<String> unreadable) {}

    /** @throws AnotherRunException when a run, or another rebuild, is at work */
    public Outcome rebuild() {
        try (RunLock lock = RunLock.acquire(settings.lockFile(), database, store)) {
            List<String> unreadable = new ArrayList<>();
            long[] count = {0};
            CallIndex.rebuild(settings.index(), index -> count[0] = fill(index, unreadable));
            return new Outcome(count[0], List.copyOf(unreadable));
        }
    }

    private long fill(CallIndex index, List<String> unreadable) {
        long count = 0;
        List<LedgerEntry> page = ledger.next(RecordingState.INDEXED, Long.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            for (LedgerEntry entry : page) {
                try {
                    Transcript transcript = calls.transcript(entry.recording());
                    CallDocuments.of(entry, transcript, calls.tags(entry.recording()), verdicts, orders)
                            .putInto(index);
                    count++;
                } catch (RecordingFaultException e) {
                    unreadable.add(e.getMessage());
                }
            }
            page = ledger.next(RecordingState.INDEXED, page.getLast().sequence(), PAGE);
        }
        return count;
    }
}
