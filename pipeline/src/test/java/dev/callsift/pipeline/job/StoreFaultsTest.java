package dev.callsift.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.callsift.pipeline.ledger.RecordingState;
import dev.callsift.pipeline.recording.DocumentStore;
import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingSettings;
import dev.callsift.pipeline.recording.RecordingStores;
import dev.callsift.pipeline.recording.S3Server;
import dev.callsift.pipeline.recording.StoreUnavailableException;
import dev.callsift.pipeline.recording.Wire;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Stores that are away, that change behind the run's back, and that are full. */
final class StoreFaultsTest {

    private static final List<String> KEYS = List.of("a.wav", "b.wav", "c.wav", "d.wav");
    private static final String ONE_THREAD = "callsift.transcript.threads=1";

    @TempDir
    private Path folder;

    private Recordings recordings;

    @BeforeEach
    void record() throws IOException {
        recordings = new Recordings(folder.resolve("recordings"));
        for (int i = 0; i < KEYS.size(); i++) {
            recordings.withCut(KEYS.get(i), Recordings.CALL_BACK, 5 + 5 * i, 5);
        }
    }

    private Callsift open() {
        return Callsift.open(folder.resolve("home"), recordings.folder().toString(), ONE_THREAD);
    }

    /** Something that happens behind the run's back. */
    private interface Event {
        void happen() throws IOException;
    }

    /** Makes it happen once, when a stage begins, or when it has done the first recordings. */
    private static RunProgress when(Stage at, boolean begins, Event event) {
        return new RunProgress() {
            private boolean happened;

            @Override
            public void started(Stage stage, long total) {
                if (begins) {
                    happen(stage);
                }
            }

            @Override
            public void advanced(Stage stage, long by) {
                if (!begins) {
                    happen(stage);
                }
            }

            private synchronized void happen(Stage stage) {
                if (stage == at && !happened) {
                    happened = true;
                    try {
                        event.happen();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        };
    }

    private static void allIndexed(Callsift callsift) {
        assertThat(KEYS).allSatisfy(key -> assertThat(callsift.state(key)).isEqualTo(RecordingState.INDEXED));
        assertThat(callsift.indexed()).hasSize(KEYS.size());
    }

    @Test
    void holdsBackWhatIsDeletedOrReplacedBetweenListingAndFetching() throws IOException {
        try (Callsift callsift = open()) {
            RunReport report = callsift.run(when(Stage.TRANSCRIBE, true, () -> {
                Files.delete(recordings.file("b.wav"));
                recordings.withCut("c.wav", Recordings.CALL_BACK, 4, 7);
            }));

            assertThat(report.outcome()).isEqualTo(RunOutcome.COMPLETED);
            assertThat(callsift.reason("b.wav")).isEqualTo(QuarantineReason.GONE);
            assertThat(callsift.reason("c.wav")).isEqualTo(QuarantineReason.CHANGED);
            assertThat(callsift.state("a.wav")).isEqualTo(RecordingState.INDEXED);
            assertThat(callsift.state("d.wav")).isEqualTo(RecordingState.INDEXED);

            assertThat(callsift.run().discovery().changed()).isEqualTo(1);
            assertThat(callsift.state("c.wav")).as("the new version").isEqualTo(RecordingState.INDEXED);
        }
    }

    @Test
    void goesOnWithTheNextRunWhenTheFolderWentAwayInTheMiddle() throws IOException {
        Path away = folder.resolve("away");
        try (Callsift callsift = open()) {
            RunReport broken = callsift.run(when(Stage.TRANSCRIBE, false, () -> Files.move(recordings.folder(), away)));

            assertThat(broken.outcome()).isEqualTo(RunOutcome.INCOMPLETE);
            assertThat(broken.problem())
                    .startsWith(recordings.folder().toString())
                    .contains("cannot be read")
                    .contains("see whether its disk is there");
            assertThat(broken.warnings()).anyMatch(warning -> warning.contains("it is tried again"));
            assertThat(broken.transcribed()).isBetween(1L, 3L);
            assertThat(callsift.ledger().count(RecordingState.QUARANTINED)).isZero();

            Files.move(away, recordings.folder());
            assertThat(callsift.run().outcome()).isEqualTo(RunOutcome.COMPLETED);
            allIndexed(callsift);
        }
    }

    @Test
    void saysThatTheStoreIsAwayAtTheStartAndLosesNothing() throws IOException {
        S3Server server = S3Server.shared();
        String bucket = upload(server);
        try (Wire wire = new Wire(server.endpoint())) {
            try (Callsift callsift = openBucket(bucket, wire.endpoint())) {
                callsift.run();
            }
            wire.goAway();
            assertThatThrownBy(() -> openBucket(bucket, wire.endpoint()).close())
                    .hasStackTraceContaining(StoreUnavailableException.class.getName())
                    .hasStackTraceContaining("see whether the server runs and is reachable from here");
        }
        try (Callsift callsift = openBucket(bucket, server.endpoint())) {
            assertThat(callsift.run().discovery().known()).isEqualTo(KEYS.size());
            allIndexed(callsift);
        }
    }

    @Test
    void triesAgainWhenTheConnectionBreaksInTheMiddleOfARecording() throws IOException {
        S3Server server = S3Server.shared();
        String bucket = upload(server);
        try (Wire wire = new Wire(server.endpoint());
                Callsift callsift = openBucket(bucket, wire.endpoint())) {
            wire.cutAfter("/b.wav", 50_000);
            RunReport report = callsift.run();

            assertThat(report.outcome()).isEqualTo(RunOutcome.COMPLETED);
            assertThat(report.quarantined()).isEmpty();
            assertThat(report.warnings()).containsExactly("a store was away while transcribing; it is tried again");
            assertThat(callsift.entry("b.wav").attempts()).isEqualTo(2);
            allIndexed(callsift);
        }
    }

    @Test
    void goesOnWithTheNextRunWhenTheServerWentAwayInTheMiddle() throws IOException {
        S3Server server = S3Server.shared();
        String bucket = upload(server);
        try (Wire wire = new Wire(server.endpoint());
                Callsift callsift = openBucket(bucket, wire.endpoint())) {
            RunReport broken = callsift.run(when(Stage.TRANSCRIBE, false, wire::goAway));

            assertThat(broken.outcome()).isEqualTo(RunOutcome.INCOMPLETE);
            assertThat(broken.problem()).contains(bucket).endsWith("is reachable from here");
            assertThat(RunReportText.of(broken)).contains("INCOMPLETE (run again to go on)");
            assertThat(callsift.ledger().count(RecordingState.QUARANTINED)).isZero();
        }
        try (Callsift callsift = openBucket(bucket, server.endpoint())) {
            assertThat(callsift.run().outcome()).isEqualTo(RunOutcome.COMPLETED);
            allIndexed(callsift);
        }
    }

    private String upload(S3Server server) throws IOException {
        String bucket = server.newBucket();
        for (String key : KEYS) {
            server.put(bucket, key, Files.readAllBytes(recordings.file(key)), Map.of());
        }
        return bucket;
    }

    private Callsift openBucket(String bucket, String endpoint) {
        RecordingSettings server = S3Server.settings("s3://" + bucket, endpoint);
        return Callsift.open(
                folder.resolve("home"),
                "s3://" + bucket,
                ONE_THREAD,
                "callsift.recording.endpoint=" + endpoint,
                "callsift.recording.access-key=" + server.accessKey(),
                "callsift.recording.secret-key=" + server.secretKey());
    }

    /** Documents on a disk that is full but for what the test makes room for. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class SmallDisk {

        static final FileSystem DISK = Jimfs.newFileSystem(Configuration.unix().toBuilder()
                .setBlockSize(512)
                .setMaxSize(400 * 512)
                .build());

        @Bean
        @Primary
        DocumentStore documentsOnASmallDisk(RecordingSettings settings) {
            return RecordingStores.openDocuments(settings, DISK.getPath("/documents"));
        }
    }

    @Test
    void saysToMakeRoomWhenTheDiskIsFullAndGoesOnWithTheNextRun() throws IOException {
        Path ballast = SmallDisk.DISK.getPath("/ballast");
        Files.write(ballast, new byte[399 * 512]);
        try (Callsift callsift = Callsift.open(
                List.of(SmallDisk.class),
                folder.resolve("home"),
                recordings.folder().toString(),
                ONE_THREAD)) {
            RunReport broken = callsift.run();

            assertThat(broken.outcome()).isEqualTo(RunOutcome.INCOMPLETE);
            assertThat(broken.problem()).startsWith("/documents/transcripts/").contains("make room there");
            assertThat(callsift.ledger().count(RecordingState.DISCOVERED)).isEqualTo(KEYS.size());
            assertThat(callsift.documents()).as("half a document is none").isEmpty();

            Files.delete(ballast);
            assertThat(callsift.run().outcome()).isEqualTo(RunOutcome.COMPLETED);
            allIndexed(callsift);
        }
    }
}
