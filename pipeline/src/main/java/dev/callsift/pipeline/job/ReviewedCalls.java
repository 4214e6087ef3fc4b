package dev.callsift.pipeline.job;

import dev.callsift.pipeline.index.CallIndex;
import dev.callsift.pipeline.index.IndexUnusableException;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.ledger.LedgerEntry;
import dev.callsift.pipeline.operations.CallOrders;
import dev.callsift.pipeline.recording.DocumentStore;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.recording.StoreUnavailableException;
import dev.callsift.pipeline.verdict.SpeakerVerdict;
import dev.callsift.pipeline.verdict.SpeakerVerdicts;
import dev.callsift.pipeline.verdict.Verdict;
import dev.callsift.pipeline.verdict.Verdicts;
import dev.callsift.pipeline.verdict.WordCorrection;
import java.util.function.BiPredicate;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes reviewers' verdicts from a process that does not hold the index: the verdict is kept, the call counts as not indexed in the
 * same transaction, and is indexed at once where nothing else is at work; otherwise the run that is, or the next one, does it.
 * Thread-safe.
 */
public final class ReviewedCalls {

    private final JobSettings settings;
    private final String store;
    private final StoredCalls calls;
    private final Ledger ledger;
    private final Verdicts verdicts;
    private final CallOrders orders;
    private final SpeakerVerdicts speakers;
    private final DataSource database;
    private final TransactionTemplate transaction;

    /** What became of a call in the index. */
    public enum Indexing {
        /** Searches know of the verdict. */
        DONE,
        /** The run that is at work, or the next one, does it. */
        QUEUED,
        /** The call is not that far yet; the verdict is applied when it is. */
        NOT_YET
    }

    /** @param store where the recordings are, as runs name it */
    public ReviewedCalls(
            JobSettings settings,
            String store,
            DocumentStore documents,
            Ledger ledger,
            Verdicts verdicts,
            CallOrders orders,
            SpeakerVerdicts speakers,
            DataSource database,
            PlatformTransactionManager transactions) {
        this.settings = settings;
        this.store = store;
        this.calls = new StoredCalls(documents, speakers);
        this.ledger = ledger;
        this.verdicts = verdicts;
        this.orders = orders;
        this.speakers = speakers;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Keeps a verdict, and has its call indexed again. */
    public Indexing record(Verdict verdict) {
        boolean indexable = Boolean.TRUE.equals(transaction.execute(status -> {
            verdicts.record(verdict);
            return ledger.toIndexAgain(verdict.callId());
        }));
        return indexable ? index(verdict.callId(), this::index) : Indexing.NOT_YET;
    }

    /**
     * Keeps who is who, and has the call tagged and indexed again by the run that is at work or the next one: rules and models ask
     * who speaks, and this process may have none of them.
     */
    public Indexing record(SpeakerVerdict verdict) {
        boolean tagged = Boolean.TRUE.equals(transaction.execute(status -> {
            speakers.record(verdict);
            return ledger.toTagAgain(verdict.callId());
        }));
        return tagged ? Indexing.QUEUED : Indexing.NOT_YET;
    }

    /**
     * Keeps corrected words, and has the call tagged and indexed again by the run that is at work or the next one: this process may have
     * no rules and models. Where nothing else is at work the words are searchable at once, beside the tags there are.
     */
    public Indexing record(WordCorrection correction) {
        boolean tagged = Boolean.TRUE.equals(transaction.execute(status -> {
            speakers.corrections().record(correction);
            return ledger.toTagAgain(correction.callId());
        }));
        return tagged ? index(correction.callId(), this::indexWords) : Indexing.NOT_YET;
    }

    /** One at a time: the second of two threads would find the lock taken by the first and leave its verdict to the next run. */
    private synchronized Indexing index(String callId, BiPredicate<LedgerEntry, CallIndex> indexing) {
        try (RunLock lock = RunLock.acquireNow(settings.lockFile(), database, store);
                CallIndex index = CallIndex.open(settings.index())) {
            return ledger.findById(callId)
                    .filter(entry -> indexing.test(entry, index))
                    .map(entry -> Indexing.DONE)
                    .orElse(Indexing.QUEUED);
        } catch (AnotherRunException
                | JobStoppedException
                | IndexUnusableException
                | StoreUnavailableException
                | RecordingFaultException e) {
            // the row waits for the next run, which says what is wrong if it cannot do it either
            return Indexing.QUEUED;
        }
    }

    /** The row stays where it is: the call is still to be tagged. */
    private boolean indexWords(LedgerEntry entry, CallIndex index) {
        put(entry, index);
        return true;
    }

    private CallDocuments put(LedgerEntry entry, CallIndex index) {
        CallDocuments call = CallDocuments.of(
                entry, calls.transcript(entry.recording()), calls.tags(entry.recording()), verdicts, orders);
        call.putInto(index);
        index.commit();
        return call;
    }

    private boolean index(LedgerEntry entry, CallIndex index) {
        CallDocuments call = put(entry, index);
        boolean moved = ledger.indexedAgain(entry);
        call.lookAgain(ledger, verdicts);
        return moved;
    }
}
