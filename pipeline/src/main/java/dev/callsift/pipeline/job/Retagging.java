package dev.callsift.pipeline.job;

import dev.callsift.pipeline.index.CallIndex;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.ledger.LedgerEntry;
import dev.callsift.pipeline.ledger.RecordingState;
import dev.callsift.pipeline.operations.CallOrders;
import dev.callsift.pipeline.operations.WorkItems;
import dev.callsift.pipeline.recording.DocumentStore;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.Tagger;
import dev.callsift.pipeline.tagging.TagsJson;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.verdict.SpeakerVerdicts;
import dev.callsift.pipeline.verdict.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tags every transcribed and tagged call again from its stored transcript. Calls that are not tagged yet are left to the next
 * run, which tags them with the same taxonomy.
 *
 * <p>May be killed at any point: before a call's tags are replaced, the ledger counts it as not indexed, and as indexed again when
 * the index has them; so the next run, or this again, finishes what was begun.
 */
public final class Retagging {

    private static final int PAGE = 50;

    private final JobSettings settings;
    private final String store;
    private final DocumentStore documents;
    private final StoredCalls calls;
    private final Ledger ledger;
    private final Verdicts verdicts;
    private final DataSource database;
    private final Tagger tagger;
    private final CallTagging tagging;
    private final WorkItems items;
    private final CallOrders orders;
    private final TransactionTemplate transaction;

    Retagging(
            JobSettings settings,
            String store,
            DocumentStore documents,
            Ledger ledger,
            Verdicts verdicts,
            SpeakerVerdicts speakers,
            DataSource database,
            Tagger tagger,
            WorkItems items,
            CallOrders orders,
            PlatformTransactionManager transactions) {
        this.settings = settings;
        this.store = store;
        this.documents = documents;
        this.calls = new StoredCalls(documents, speakers);
        this.ledger = ledger;
        this.verdicts = verdicts;
        this.database = database;
        this.tagger = tagger;
        this.tagging = new CallTagging(tagger::tag);
        this.items = items;
        this.orders = orders;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Finds out what would change, and changes nothing. */
    public RetagReport compare(int mostExamples, RunProgress progress) {
        try (RunLock lock = lock()) {
            return report(comparison(mostExamples, progress), 0);
        }
    }

    /**
     * Replaces the tags that differ, in the document store and in the index.
     *
     * @param mostExamples calls to be shown for each code
     * @param shown is given the difference before anything is changed
     * @throws AnotherRunException when a run, or another of these, is at work
     */
    public RetagReport replace(int mostExamples, RunProgress progress, Consumer<RetagReport> shown) {
        try (RunLock lock = lock()) {
            RetagComparison comparison = comparison(mostExamples, progress);
            shown.accept(report(comparison, 0));
            return report(comparison, replace(comparison, progress));
        }
    }

    private RunLock lock() {
        return RunLock.acquire(settings.lockFile(), database, store);
    }

    private RetagComparison comparison(int mostExamples, RunProgress progress) {
        RetagComparison comparison = new RetagComparison(calls, tagging, mostExamples);
        progress.started(Stage.TAG, ledger.count(RecordingState.TAGGED) + ledger.count(RecordingState.INDEXED));
        for (RecordingState state : List.of(RecordingState.TAGGED, RecordingState.INDEXED)) {
            pages(state, entry -> true, page -> {
                page.forEach(comparison::add);
                progress.advanced(Stage.TAG, page.size());
            });
        }
        progress.ended(Stage.TAG);
        return comparison;
    }

    /** Goes through the rows that are in a state, or were when their page was read. */
    private void pages(RecordingState state, Predicate<LedgerEntry> wanted, Consumer<List<LedgerEntry>> action) {
        List<LedgerEntry> page = ledger.next(state, Long.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            action.accept(page.stream().filter(wanted).toList());
            page = ledger.next(state, page.getLast().sequence(), PAGE);
        }
    }

    private long replace(RetagComparison comparison, RunProgress progress) {
        long[] replaced = {0};
        if (comparison.toReplace() == 0) {
            return 0;
        }
        progress.started(Stage.INDEX, comparison.toReplace());
        try (CallIndex index = CallIndex.open(settings.index())) {
            for (RecordingState state : List.of(RecordingState.INDEXED, RecordingState.TAGGED)) {
                pages(state, comparison::isToReplace, page -> {
                    replaced[0] += replace(page, index);
                    progress.advanced(Stage.INDEX, page.size());
                });
            }
        }
        progress.ended(Stage.INDEX);
        return replaced[0];
    }

    /** The order matters, see above. */
    private long replace(List<LedgerEntry> page, CallIndex index) {
        List<CallDocuments> done = new ArrayList<>();
        for (LedgerEntry entry : page) {
            Transcript transcript = calls.transcript(entry.recording());
            CallTags tags = tagging.tags(entry.key(), transcript);
            if (ledger.taggedAgain(entry, tags.taxonomy())) {
                documents.write(CallTags.documentName(entry.id()), TagsJson.write(tags));
                CallDocuments call = CallDocuments.of(entry, transcript, tags, verdicts, orders);
                call.putInto(index);
                done.add(call);
            }
        }
        index.commit();
        for (CallDocuments call : done) {
            transaction.executeWithoutResult(status -> {
                items.follow(call.transcript(), call.tags());
                ledger.indexedAgain(call.entry());
            });
            call.lookAgain(ledger, verdicts);
        }
        return done.size();
    }

    private RetagReport report(RetagComparison comparison, long replaced) {
        return new RetagReport(
                RetagReport.SCHEMA_VERSION,
                tagger.taxonomy().version(),
                tagger.models(),
                comparison.difference(),
                comparison.toReplace(),
                replaced,
                ledger.count(RecordingState.TRANSCRIBED),
                comparison.remade(),
                comparison.unreadable());
    }
}
