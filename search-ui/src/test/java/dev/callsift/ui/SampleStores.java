package dev.callsift.ui;

import dev.callsift.TestDatabase;
import dev.callsift.models.language.Taxonomy;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.index.CallIndex;
import dev.callsift.pipeline.job.JobSettings;
import dev.callsift.pipeline.job.ReviewedCalls;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.ledger.LedgerEntry;
import dev.callsift.pipeline.ledger.TranscriptionFacts;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.metadata.Direction;
import dev.callsift.pipeline.operations.CallOrders;
import dev.callsift.pipeline.operations.OperationsReports;
import dev.callsift.pipeline.operations.OrderUpdates;
import dev.callsift.pipeline.operations.RoutingTrial;
import dev.callsift.pipeline.operations.WorkItems;
import dev.callsift.pipeline.orders.OrderSettings;
import dev.callsift.pipeline.orders.Orders;
import dev.callsift.pipeline.recording.DocumentStore;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.RecordingObject;
import dev.callsift.pipeline.recording.RecordingSettings;
import dev.callsift.pipeline.recording.RecordingStore;
import dev.callsift.pipeline.recording.RecordingStores;
import dev.callsift.pipeline.routing.Routing;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.PlainTurns;
import dev.callsift.pipeline.tagging.Tagger;
import dev.callsift.pipeline.tagging.TagsJson;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.TranscriptJson;
import dev.callsift.pipeline.transcript.Waveform;
import dev.callsift.pipeline.transcript.WaveformJson;
import dev.callsift.pipeline.verdict.CallNotes;
import dev.callsift.pipeline.verdict.SpeakerVerdicts;
import dev.callsift.pipeline.verdict.Verdicts;
import dev.callsift.pipeline.verdict.WordCorrections;
import dev.callsift.review.Decisions;
import dev.callsift.review.WeeklyReviews;
import dev.callsift.search.CallSearch;
import dev.callsift.search.saved.AlertMessages;
import dev.callsift.search.saved.Alerts;
import dev.callsift.search.saved.NewCallAlerts;
import dev.callsift.search.saved.SavedSearches;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Folder stores and an index below one directory, holding the {@link SampleCalls}. The hostile one's recording is gone. */
final class SampleStores implements AutoCloseable {

    private static final Instant LONG_AGO = Instant.parse("2026-11-01T00:00:00Z");

    /** The Wednesday after the week of the calls. */
    static final Instant TODAY = Instant.parse("2026-11-18T10:00:00Z");

    private static final Tagger TAGGER = Tagger.of(Taxonomy.english());

    private final Path directory;
    private final RecordingStore recordings;
    private final DocumentStore documents;
    final SavedSearches searches;
    final Alerts alerts;
    final WorkItems items;
    private final TestDatabase database = new TestDatabase();

    private SampleStores(Path directory) throws IOException {
        this.directory = directory;
        RecordingSettings settings = RecordingSettings.of(
                Files.createDirectories(directory.resolve("recordings")).toString());
        this.recordings = RecordingStores.open(settings, InstantSource.system());
        this.searches = new SavedSearches(database.client(), InstantSource.system());
        this.items = database.items(InstantSource.system());
        this.alerts = new Alerts(database.client(), InstantSource.system());
        this.documents = RecordingStores.openDocuments(settings, directory.resolve("documents"));
    }

    /** What the run says of calls that are new. */
    void tellOfNew(String... keys) {
        try (CallSearch fresh = new CallSearch(index(), Duration.ZERO)) {
            new NewCallAlerts(fresh, searches, alerts, AlertMessages.NONE, InstantSource.system())
                    .indexed(Stream.of(keys).map(SampleCalls::id).toList());
        }
    }

    static SampleStores empty(Path directory) throws IOException {
        return new SampleStores(directory);
    }

    static SampleStores filled(Path directory) throws IOException {
        SampleStores stores = new SampleStores(directory);
        byte[] sound = SampleSound.wav(SampleCalls.DURATION_MS, 2);
        for (String key : List.of(SampleCalls.CANCELLED, SampleCalls.SAVED, SampleCalls.ONE_VOICE)) {
            stores.addRecording(key, sound);
        }
        RecordingObject gone =
                new RecordingObject(new RecordingKey(SampleCalls.HOSTILE), "gone", sound.length, LONG_AGO);
        try (Stream<RecordingObject> listed = stores.recordings.list()) {
            List<RecordingObject> all = Stream.concat(listed, Stream.of(gone)).toList();
            stores.add(SampleCalls.transcripts(all, sha256(sound)));
            stores.addToLedger(all);
        }
        return stores;
    }

    private void addRecording(String key, byte[] sound) throws IOException {
        Path file = recording(key);
        Files.createDirectories(file.getParent());
        Files.write(file, sound);
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
    }

    Path recording(String key) {
        return directory.resolve("recordings").resolve(key);
    }

    Path audioCache() {
        return directory.resolve("audio");
    }

    private void add(List<Transcript> transcripts) {
        try (CallIndex index = CallIndex.open(index())) {
            transcripts.forEach(transcript -> {
                addDocuments(transcript);
                CallTags tags = SampleCalls.tags(transcript);
                CallTags none = CallTags.none(transcript.id());
                index.upsert(transcript, tags == null ? none : tags);
            });
            index.commit();
        }
    }

    private static final TranscriptionFacts FACTS = new TranscriptionFacts(
            Duration.ofSeconds(90),
            Duration.ofSeconds(180),
            Duration.ofSeconds(40),
            Duration.ofSeconds(4),
            Duration.ofSeconds(3),
            Duration.ofMillis(90),
            SampleCalls.MODEL.name(),
            SampleCalls.MODEL.hash());

    /** As runs leave the ledger. */
    private void addToLedger(List<RecordingObject> recordings) {
        Ledger ledger = ledger();
        ledger.discover(recordings, 1);
        for (RecordingObject recording : recordings) {
            LedgerEntry entry = ledger.find(recording.key()).orElseThrow();
            ledger.transcribed(entry, FACTS, 1);
            if (!recording.key().value().equals(SampleCalls.HOSTILE)) {
                ledger.tagged(entry, "en-1 4c1d", 1);
                ledger.indexed(entry, 1);
            }
        }
    }

    Ledger ledger() {
        return database.ledger(InstantSource.system());
    }

    Verdicts verdicts() {
        return new Verdicts(database.client());
    }

    WordCorrections corrections() {
        return new WordCorrections(database.client());
    }

    private ReviewedCalls reviewedCalls() {
        return new ReviewedCalls(
                new JobSettings(directory, 0, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(5)),
                recordings.location(),
                documents,
                ledger(),
                verdicts(),
                database.callOrders(InstantSource.fixed(TODAY)),
                new SpeakerVerdicts(database.client()),
                database.source(),
                new DataSourceTransactionManager(database.source()));
    }

    void removeFromIndex(String key) {
        try (CallIndex index = CallIndex.open(index())) {
            index.delete(SampleCalls.id(key));
            index.commit();
        }
    }

    Path index() {
        return directory.resolve("index");
    }

    private void addDocuments(Transcript transcript) {
        documents.write(Transcript.documentName(transcript.id()), TranscriptJson.write(transcript));
        if (!transcript.recording().key().equals(SampleCalls.SAVED)) { // as transcribed before peaks were kept
            documents.write(Waveform.documentName(transcript.id()), WaveformJson.write(SamplePeaks.of(transcript)));
        }
        CallTags tags = SampleCalls.tags(transcript);
        if (tags != null) {
            documents.write(CallTags.documentName(transcript.id()), TagsJson.write(tags));
        }
    }

    /** As when a disk loses the end of a file. */
    void damage(String document) {
        documents.write(document, "{\"schemaVersion\": 1, ".getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] content) {
        return DigestUtils.sha256Hex(content);
    }

    /** As if nobody had ever asked for anything. */
    void emptyQueue() {
        database.client().sql("delete from work_item").update();
    }

    /** Puts what is asked for in a call into the queue. */
    void hear(String call, String turns) {
        follow(PlainTurns.transcript(call, PlainTurns.parse(turns, Speaker.CUSTOMER)));
    }

    /** The same for a call whose beginning is known. */
    void hearAt(Instant begun, String call, String turns) {
        Transcript heard = PlainTurns.transcript(call, PlainTurns.parse(turns, Speaker.CUSTOMER));
        var facts = new CallMetadata(null, begun.atOffset(ZoneOffset.UTC), null, null, Direction.UNKNOWN, null);
        follow(new Transcript(
                heard.schemaVersion(),
                heard.id(),
                heard.recording(),
                facts,
                heard.audio(),
                heard.speechModel(),
                heard.utterances()));
    }

    private void follow(Transcript call) {
        items.follow(call, TAGGER.tag(call));
    }

    void register(GenericApplicationContext context) {
        context.registerBean(RecordingStore.class, () -> recordings);
        context.registerBean(DocumentStore.class, () -> documents);
        context.registerBean(SavedSearches.class, () -> searches);
        context.registerBean(Alerts.class, () -> alerts);
        context.registerBean(Verdicts.class, this::verdicts);
        context.registerBean(SpeakerVerdicts.class, () -> new SpeakerVerdicts(database.client()));
        context.registerBean(CallNotes.class, () -> new CallNotes(database.client()));
        context.registerBean(ReviewedCalls.class, this::reviewedCalls);
        context.registerBean(CallSearch.class, () -> new CallSearch(index(), Duration.ZERO));
        InstantSource clock = InstantSource.fixed(TODAY);
        context.registerBean(InstantSource.class, () -> clock);
        context.registerBean(Orders.class, () -> database.orders(clock));
        context.registerBean(WorkItems.class, () -> items);
        context.registerBean(
                OrderUpdates.class,
                () -> new OrderUpdates(
                        database.orders(clock),
                        items,
                        database.callOrders(clock),
                        database.ledger(clock),
                        new DataSourceTransactionManager(database.source())));
        context.registerBean(CallOrders.class, () -> database.callOrders(clock));
        context.registerBean(OperationsReports.class, () -> new OperationsReports(database.client()));
        context.registerBean(OrderSettings.class, () -> TestDatabase.ORDERS);
        context.registerBean(Routing.class, () -> TestDatabase.ROUTING);
        context.registerBean(RoutingTrial.class, () -> new RoutingTrial(database.client(), TestDatabase.ROUTING));
        context.registerBean(Decisions.class, () -> new Decisions(database.client(), clock));
        context.registerBean(
                WeeklyReviews.class,
                () -> new WeeklyReviews(
                        index(), Duration.ZERO, database.ledger(clock), new Verdicts(database.client()), clock));
    }

    @Override
    public void close() {
        recordings.close();
        documents.close();
    }
}
