package dev.callsift.pipeline.job;

import dev.callsift.pipeline.index.CallIndex;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.ledger.LedgerEntry;
import dev.callsift.pipeline.ledger.RecordingState;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.recording.RecordingObject;
import dev.callsift.pipeline.recording.StoreUnavailableException;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.TagsJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The batch job of one run: discover, transcribe, tag, index. Each step reads the ledger's rows in one state and moves them to
 * the next; the ledger is the restart data, so every run is a new job instance and goes on where the last one ended, however
 * that one ended.
 */
final class RecordingJob {

    static final String NAME = "recordings";

    private static final int LISTING_PAGE = 200;
    private static final int DOCUMENTS_PER_CHUNK = 50;

    /** So many that threads seldom wait for each other, and so few that the first is soon in the index. */
    private static final int PORTION_OF_THREAD = 4;

    private final PipelineParts parts;
    private final Ledger ledger;
    private final StoredCalls calls;
    private final CallTagging tagging;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final TransactionTemplate undoing;
    private final RunScope run;

    RecordingJob(PipelineParts parts, JobRepository repository, PlatformTransactionManager transactions, RunScope run) {
        this.parts = parts;
        this.ledger = parts.ledger();
        this.calls = new StoredCalls(parts.documents(), parts.speakers());
        this.tagging = new CallTagging(parts.tagger()::tag);
        this.repository = repository;
        this.transactions = transactions;
        this.undoing = new TransactionTemplate(transactions);
        this.undoing.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.run = run;
    }

    /** How much of the work one run does. */
    enum Extent {
        /** All that the store has. */
        ALL,
        /** A few of the recordings that are in the ledger already, through all stages. */
        PORTION
    }

    Job build(Extent extent) {
        int most = extent == Extent.ALL
                ? Integer.MAX_VALUE
                : PORTION_OF_THREAD * parts.transcript().recognizingThreads();
        JobBuilder job = new JobBuilder(NAME, repository).listener(run);
        Step transcribe = transcribe(most);
        return (extent == Extent.ALL ? job.start(discover()).next(transcribe) : job.start(transcribe))
                .next(tag())
                .next(index())
                .build();
    }

    private Step discover() {
        return this.<RecordingObject, RecordingObject>chunks(Stage.DISCOVER.stepName(), Stage.DISCOVER, LISTING_PAGE)
                .listener(stageListener(Stage.DISCOVER, -1))
                .reader(new ListingReader(parts.recordings(), run::leftOut))
                .writer(page -> run.discovered(ledger.discover(new ArrayList<>(page.getItems()), run.id())))
                .build();
    }

    /**
     * A partition per recognizer thread and one that decodes ahead. The partitions share one reader and take one recording at a time, so that a long
     * recording holds up nobody else and a crash repeats at most one recording a thread.
     */
    private Step transcribe(int most) {
        Step worker = this.<TranscribedRecording>ledgerRows(
                        Stage.TRANSCRIBE.stepName() + "-worker",
                        Stage.TRANSCRIBE,
                        new LedgerReader(ledger, RecordingState.DISCOVERED, most),
                        1)
                .processor(new TranscribeProcessor(parts, run))
                .writer(chunk -> {
                    for (TranscribedRecording done : chunk) {
                        ledger.transcribed(done.entry(), done.facts(), run.id());
                    }
                    run.advanced(Stage.TRANSCRIBE, chunk.size());
                })
                .build();
        return new StepBuilder(Stage.TRANSCRIBE.stepName(), repository)
                .listener(new StageListener(
                        Stage.TRANSCRIBE, () -> Math.min(most, ledger.count(RecordingState.DISCOVERED)), run))
                .partitioner(worker.getName(), RecordingJob::partitions)
                .step(worker)
                .gridSize(parts.transcript().recognizingThreads() + 1)
                .taskExecutor(new SimpleAsyncTaskExecutor("transcribe-"))
                .build();
    }

    private Step tag() {
        return this.<TaggedRecording>ledgerRows(
                        Stage.TAG.stepName(), Stage.TAG, reader(RecordingState.TRANSCRIBED), DOCUMENTS_PER_CHUNK)
                .listener(stageListener(Stage.TAG, RecordingState.TRANSCRIBED))
                .processor(this::tagged)
                .writer(chunk -> {
                    for (TaggedRecording done : chunk) {
                        ledger.tagged(done.entry(), done.taxonomy(), run.id());
                    }
                    run.advanced(Stage.TAG, chunk.size());
                })
                .build();
    }

    private TaggedRecording tagged(LedgerEntry entry) {
        CallTags tags = tagging.tags(entry.key(), calls.transcript(entry.recording()));
        parts.documents().write(CallTags.documentName(entry.id()), TagsJson.write(tags));
        return new TaggedRecording(entry, tags.taxonomy());
    }

    private Step index() {
        return this.<CallDocuments>ledgerRows(
                        Stage.INDEX.stepName(), Stage.INDEX, reader(RecordingState.TAGGED), DOCUMENTS_PER_CHUNK)
                .listener(stageListener(Stage.INDEX, RecordingState.TAGGED))
                .processor(entry -> CallDocuments.of(
                        entry,
                        calls.transcript(entry.recording()),
                        calls.tags(entry.recording()),
                        parts.verdicts(),
                        parts.orders()))
                .writer(this::writeIndex)
                .build();
    }

    /** The index is committed before the ledger moves: a crash in between indexes the same calls again, to the same end. */
    private void writeIndex(Chunk<? extends CallDocuments> chunk) {
        CallIndex index = run.index();
        for (CallDocuments call : chunk) {
            call.putInto(index);
        }
        index.commit();
        tellOfNew(chunk);
        for (CallDocuments call : chunk) {
            parts.items().follow(call.transcript(), call.tags());
            ledger.indexed(call.entry(), run.id());
            call.lookAgain(ledger, parts.verdicts());
        }
        run.advanced(Stage.INDEX, chunk.size());
    }

    /** What a listener wrote before it failed is undone: the chunk is tried again within the same transaction. */
    private void tellOfNew(Chunk<? extends CallDocuments> chunk) {
        if (parts.listeners().isEmpty()) {
            return;
        }
        List<LedgerEntry> entries =
                chunk.getItems().stream().map(CallDocuments::entry).toList();
        List<String> added = ledger.neverIndexed(entries);
        if (!added.isEmpty()) {
            undoing.executeWithoutResult(status -> parts.listeners().forEach(listener -> listener.indexed(added)));
        }
    }

    private <O> ChunkOrientedStepBuilder<LedgerEntry, O> ledgerRows(
            String name, Stage stage, LedgerReader reader, int size) {
        return this.<LedgerEntry, O>chunks(name, stage, size)
                .reader(reader)
                .skipPolicy((fault, count) -> fault instanceof RecordingFaultException)
                .skipListener(new QuarantineListener<>(ledger, stage, run));
    }

    private LedgerReader reader(RecordingState state) {
        return new LedgerReader(ledger, state, Integer.MAX_VALUE);
    }

    private <I, O> ChunkOrientedStepBuilder<I, O> chunks(String name, Stage stage, int size) {
        return new ChunkOrientedStepBuilder<I, O>(name, repository, size)
                .transactionManager(transactions)
                .faultTolerant()
                .retryPolicy(storeAway())
                .retryListener(new RetryWarning(stage, run))
                .skipPolicy((fault, count) -> false);
    }

    private RetryPolicy storeAway() {
        JobSettings settings = parts.settings();
        return RetryPolicy.builder()
                .includes(StoreUnavailableException.class)
                .maxRetries(settings.storeRetries())
                .delay(settings.storeRetryDelay())
                .multiplier(2)
                .jitter(settings.storeRetryDelay().dividedBy(4))
                .maxDelay(settings.storeRetryMaxDelay())
                .build();
    }

    private StageListener stageListener(Stage stage, RecordingState from) {
        return new StageListener(stage, () -> ledger.count(from), run);
    }

    private StageListener stageListener(Stage stage, long total) {
        return new StageListener(stage, () -> total, run);
    }

    private static Map<String, ExecutionContext> partitions(int count) {
        Map<String, ExecutionContext> partitions = new HashMap<>();
        for (int i = 0; i < count; i++) {
            partitions.put("thread-" + i, new ExecutionContext());
        }
        return partitions;
    }
}
