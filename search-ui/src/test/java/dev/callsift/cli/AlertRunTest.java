package dev.callsift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.job.RecordingRun;
import dev.callsift.pipeline.job.RunApplication;
import dev.callsift.pipeline.job.RunOutcome;
import dev.callsift.pipeline.job.RunProgress;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.ledger.LedgerEntry;
import dev.callsift.pipeline.ledger.TranscriptionFacts;
import dev.callsift.pipeline.recording.DocumentStore;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.RecordingObject;
import dev.callsift.pipeline.recording.StoreUnavailableException;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.TranscriptJson;
import dev.callsift.pipeline.transcript.Transcripts;
import dev.callsift.search.saved.Alert;
import dev.callsift.search.saved.AlertMessage;
import dev.callsift.search.saved.AlertMessages;
import dev.callsift.search.saved.Alerts;
import dev.callsift.search.saved.SavedSearches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Alerts as the job raises them, over calls that are transcribed already. */
final class AlertRunTest {

    private static final String CANCEL = "customer: i want to cancel my order";
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final List<AlertMessage> messages = new ArrayList<>();
    private int faults;
    private ConfigurableApplicationContext context;

    @BeforeEach
    void start() throws IOException {
        Path source = Files.createDirectories(folder.resolve("recordings"));
        context = new SpringApplicationBuilder(RunApplication.class, AlertConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=callsift-pipeline")
                .initializers(starting -> ((GenericApplicationContext) starting)
                        .registerBean(
                                "heard",
                                AlertMessages.class,
                                () -> this::take,
                                definition -> definition.setPrimary(true)))
                .run(
                        "--callsift.job.home=" + folder.resolve("home"),
                        "--callsift.job.store-retries=2",
                        "--callsift.job.store-retry-delay=20ms",
                        "--callsift.recording.source=" + source);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    private void take(AlertMessage message) {
        if (faults-- > 0) {
            throw new StoreUnavailableException("away for a moment", new IOException("test"));
        }
        messages.add(message);
    }

    private Ledger ledger() {
        return context.getBean(Ledger.class);
    }

    private SavedSearches searches() {
        return context.getBean(SavedSearches.class);
    }

    private LedgerEntry transcribed(String key, String etag, String lines) {
        RecordingObject recording =
                new RecordingObject(new RecordingKey(key), etag, 1, Instant.parse("2026-11-09T10:15:00Z"));
        ledger().discover(List.of(recording), 1);
        TranscriptionFacts facts = new TranscriptionFacts(
                SECOND, SECOND, SECOND, SECOND, SECOND, SECOND, Transcripts.MODEL.name(), Transcripts.MODEL.hash());
        ledger().transcribed(entry(key), facts, 1);
        Transcript transcript = of(Transcripts.of(key, lines), etag);
        context.getBean(DocumentStore.class)
                .write(Transcript.documentName(transcript.id()), TranscriptJson.write(transcript));
        return entry(key);
    }

    /** The transcript of another version of the recording. */
    private static Transcript of(Transcript made, String etag) {
        Transcript.Source source = made.recording();
        return new Transcript(
                made.schemaVersion(),
                made.id(),
                new Transcript.Source(source.key(), etag, source.size(), source.sha256()),
                made.call(),
                made.audio(),
                made.speechModel(),
                made.utterances());
    }

    private LedgerEntry entry(String key) {
        return ledger().find(new RecordingKey(key)).orElseThrow();
    }

    private void run() {
        assertThat(context.getBean(RecordingRun.class).run(RunProgress.SILENT).outcome())
                .isEqualTo(RunOutcome.COMPLETED);
    }

    private List<String> alerted() {
        return context.getBean(Alerts.class).list(0, 10).stream()
                .map(Alert::callId)
                .toList();
    }

    @Test
    void aNewCallRaisesAnAlertAndAMessage() {
        searches().create("cancelled", "cancel", null, true);
        transcribed("a.wav", "1", CANCEL);
        transcribed("b.wav", "1", "customer: where is my parcel");
        run();
        assertThat(alerted()).containsExactly(new RecordingKey("a.wav").id());
        assertThat(messages).hasSize(1);
    }

    @Test
    void aTagOfTheNewCallIsMatchedToo() {
        searches().create("cancellations", "outcome:requested", null, true);
        transcribed("a.wav", "1", CANCEL);
        run();
        assertThat(alerted()).hasSize(1);
    }

    @Test
    void aRunWithNothingNewAndAChangedRecordingRaiseNoFurtherAlert() {
        searches().create("cancelled", "cancel", null, true);
        transcribed("a.wav", "1", CANCEL);
        run();
        run();
        transcribed("a.wav", "2", CANCEL);
        run();
        assertThat(alerted()).hasSize(1);
        assertThat(messages).hasSize(1);
    }

    @Test
    void aCallThatIsOnlyTaggedAgainIsNotNew() {
        LedgerEntry entry = transcribed("a.wav", "1", CANCEL);
        run();
        searches().create("cancelled", "cancel", null, true);
        assertThat(ledger().taggedAgain(entry(entry.key().value()), "another")).isTrue();
        run();
        assertThat(alerted()).isEmpty();
    }

    @Test
    void whatIsUndoneIsToldAgainAndKeptOnce() {
        searches().create("cancelled", "cancel", null, true);
        transcribed("a.wav", "1", CANCEL);
        faults = 1;
        run();
        assertThat(alerted()).hasSize(1);
        assertThat(messages).hasSize(1);
    }
}
