package dev.callsift.pipeline.job;

import dev.callsift.models.language.Taxonomy;
import dev.callsift.pipeline.index.CallIndex;
import dev.callsift.pipeline.index.IndexContents;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.ledger.LedgerEntry;
import dev.callsift.pipeline.ledger.RecordingState;
import dev.callsift.pipeline.ledger.TranscriptionFacts;
import dev.callsift.pipeline.operations.CallOrders;
import dev.callsift.pipeline.operations.WorkItems;
import dev.callsift.pipeline.recording.DocumentStore;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.RecordingObject;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.Tagger;
import dev.callsift.pipeline.tagging.TagsJson;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.TranscriptJson;
import dev.callsift.pipeline.transcript.Transcripts;
import dev.callsift.pipeline.verdict.SpeakerVerdicts;
import dev.callsift.pipeline.verdict.Verdicts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** Calls as runs leave them, made without recognizing speech: ledger, documents and index of a process that tags again. */
final class StoredCallSet implements AutoCloseable {

    private static final long RUN = 1;
    private static final TranscriptionFacts FACTS = new TranscriptionFacts(
            Duration.ofSeconds(60),
            Duration.ofSeconds(120),
            Duration.ofSeconds(50),
            Duration.ofSeconds(4),
            Duration.ofSeconds(3),
            Duration.ofMillis(90),
            Transcripts.MODEL.name(),
            Transcripts.MODEL.hash());

    private final ConfigurableApplicationContext context;

    private StoredCallSet(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param settings such as {@code callsift.tagging.taxonomy=own.yaml} */
    static StoredCallSet open(Path folder, String... settings) {
        return new StoredCallSet(new SpringApplicationBuilder(RetagApplication.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=callsift-pipeline")
                .run(Callsift.arguments(folder.resolve("home"), folder.toString(), settings)));
    }

    /** A call that is transcribed and nothing more. */
    LedgerEntry transcribed(String key, String lines) {
        RecordingObject recording =
                new RecordingObject(new RecordingKey(key), "etag", 1, Instant.parse("2026-11-09T10:15:00Z"));
        ledger().discover(List.of(recording), RUN);
        ledger().transcribed(entry(key), FACTS, RUN);
        Transcript transcript = Transcripts.of(key, lines);
        documents().write(Transcript.documentName(transcript.id()), TranscriptJson.write(transcript));
        return entry(key);
    }

    /** A call that is tagged, with the taxonomy of this process, and not indexed. */
    LedgerEntry tagged(String key, String lines) {
        LedgerEntry entry = transcribed(key, lines);
        CallTags tags = tagger().tag(Transcripts.of(key, lines));
        documents().write(CallTags.documentName(entry.id()), TagsJson.write(tags));
        ledger().tagged(entry, tags.taxonomy(), RUN);
        return entry(key);
    }

    LedgerEntry indexed(String key, String lines) {
        LedgerEntry entry = tagged(key, lines);
        try (CallIndex index = CallIndex.open(indexFolder())) {
            index.upsert(Transcripts.of(key, lines), tags(key));
            index.commit();
        }
        ledger().indexed(entry, RUN);
        return entry(key);
    }

    Retagging retagging() {
        return context.getBean(Retagging.class);
    }

    /** With a document store that is not what it should be. */
    Retagging retagging(DocumentStore faulty) {
        return new Retagging(
                settings(),
                "store",
                faulty,
                ledger(),
                context.getBean(Verdicts.class),
                speakers(),
                context.getBean(DataSource.class),
                tagger(),
                context.getBean(WorkItems.class),
                orders(),
                context.getBean(PlatformTransactionManager.class));
    }

    CallOrders orders() {
        return context.getBean(CallOrders.class);
    }

    Verdicts verdicts() {
        return context.getBean(Verdicts.class);
    }

    private SpeakerVerdicts speakers() {
        return context.getBean(SpeakerVerdicts.class);
    }

    ReviewedCalls reviewedCalls() {
        return new ReviewedCalls(
                settings(),
                "store",
                documents(),
                ledger(),
                verdicts(),
                orders(),
                speakers(),
                context.getBean(DataSource.class),
                context.getBean(PlatformTransactionManager.class));
    }

    IndexRebuild rebuild() {
        return new IndexRebuild(
                settings(),
                "store",
                documents(),
                ledger(),
                verdicts(),
                orders(),
                speakers(),
                context.getBean(DataSource.class));
    }

    RunLock lock() {
        return RunLock.acquire(settings().lockFile(), context.getBean(DataSource.class), "store");
    }

    private Tagger tagger() {
        return Tagger.of(context.getBean(Taxonomy.class));
    }

    private JobSettings settings() {
        return context.getBean(JobSettings.class);
    }

    Ledger ledger() {
        return context.getBean(Ledger.class);
    }

    DocumentStore documents() {
        return context.getBean(DocumentStore.class);
    }

    LedgerEntry entry(String key) {
        return ledger().find(new RecordingKey(key)).orElseThrow();
    }

    RecordingState state(String key) {
        return entry(key).state();
    }

    CallTags tags(String key) {
        return TagsJson.read(documents()
                .read(CallTags.documentName(new RecordingKey(key).id()))
                .orElseThrow(() -> new AssertionError(key)));
    }

    List<String> codes(String key) {
        return tags(key).tags().stream().map(tag -> tag.code()).toList();
    }

    private Path indexFolder() {
        return settings().index();
    }

    /** The codes that each call has in the index, with the taxonomy that it was tagged with. */
    Map<String, String> indexedTags() {
        Map<String, String> tags = new TreeMap<>();
        IndexContents.of(indexFolder())
                .forEach(call -> tags.merge(
                        call.facts().key(),
                        call.facts().taxonomy()
                                + call.facts().tags().stream()
                                        .map(tag -> tag.code())
                                        .toList(),
                        (one, other) -> "twice"));
        return tags;
    }

    /** Everything that is kept: documents, rows and the index. */
    List<Object> everything() {
        List<Object> all = new ArrayList<>();
        for (String prefix : List.of("transcripts/", "tags/")) {
            try (var names = documents().list(prefix)) {
                names.forEach(name ->
                        all.add(name + "=" + new String(documents().read(name).orElseThrow(), StandardCharsets.UTF_8)));
            }
        }
        for (RecordingState state : RecordingState.values()) {
            all.addAll(ledger().next(state, Long.MIN_VALUE, 1_000));
        }
        all.add(indexedTags());
        return all;
    }

    @Override
    public void close() {
        context.close();
    }
}
