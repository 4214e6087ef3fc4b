package dev.callsift.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.ledger.Discovery;
import dev.callsift.pipeline.ledger.RecordingState;
import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.RecordingSettings;
import dev.callsift.pipeline.recording.S3Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run does the same on PostgreSQL and on a bucket as it does on its own database and a folder. */
final class SameEverywhereTest {

    private static final List<String> KEYS = List.of("one.wav", "two.wav");
    private static final String SILENT = "silent.wav";

    private static EmbeddedPostgres postgres;

    @TempDir
    private static Path folder;

    private static Recordings recordings;

    @BeforeAll
    static void record() throws IOException {
        postgres = EmbeddedPostgres.start();
        recordings = new Recordings(folder.resolve("recordings"))
                .withCut(KEYS.get(0), Recordings.CALL_BACK, 5, 6)
                .withCut(KEYS.get(1), Recordings.CALL_BACK, 15, 6)
                .with(SILENT, Recordings.wav(8_000, 1, 16_000, i -> 0));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void doesTheSameWithPostgresql() throws Exception {
        String[] database = {
            "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
            "spring.datasource.username=postgres"
        };
        String source = recordings.folder().toString();
        List<Throwable> refusals = new ArrayList<>();
        try (Callsift h2 = Callsift.open(folder.resolve("h2"), source);
                Callsift here = Callsift.open(folder.resolve("here"), source, database);
                Callsift there = Callsift.open(folder.resolve("there"), source, database)) {
            h2.run();
            RunReport report = here.run(new RunProgress() {
                @Override
                public void started(Stage stage, long total) {
                    if (stage == Stage.DISCOVER) {
                        refusals.add(Assertions.catchThrowable(there::run));
                    }
                }
            });

            everythingDone(here, report);
            assertThat(here.documents()).isEqualTo(h2.documents());
            assertThat(here.indexed()).isEqualTo(h2.indexed());
            assertThat(folder.resolve("here").resolve("database")).doesNotExist();
            assertThat(refusals).singleElement().satisfies(refusal -> assertThat(refusal)
                    .as("another machine with the same database")
                    .isInstanceOf(AnotherRunException.class)
                    .hasMessageContaining("same database"));
            assertThat(there.run().discovery()).isEqualTo(new Discovery(0, 0, 3));
        }
    }

    @Test
    void doesTheSameOnABucket() throws IOException {
        S3Server server = S3Server.shared();
        String bucket = server.newBucket();
        for (String key : List.of(KEYS.get(0), KEYS.get(1), SILENT)) {
            server.put(bucket, "calls/" + key, Files.readAllBytes(recordings.file(key)), Map.of());
        }
        String place = "s3://" + bucket + "/calls";
        RecordingSettings settings = server.settings(place);
        try (Callsift callsift = Callsift.open(
                folder.resolve("s3"),
                place,
                "callsift.recording.documents=s3://" + bucket + "/made",
                "callsift.recording.endpoint=" + server.endpoint(),
                "callsift.recording.access-key=" + settings.accessKey(),
                "callsift.recording.secret-key=" + settings.secretKey())) {
            RunReport report = callsift.run();
            everythingDone(callsift, report);
            assertThat(report.source()).contains(place);
            assertThat(callsift.documents()).hasSize(6);
            assertThat(folder.resolve("s3").resolve("documents")).doesNotExist();

            long read = callsift.bodiesRead();
            assertThat(callsift.run().discovery()).isEqualTo(new Discovery(0, 0, 3));
            assertThat(callsift.bodiesRead()).isEqualTo(read);
        }
    }

    private static void everythingDone(Callsift callsift, RunReport report) {
        assertThat(report.outcome()).isEqualTo(RunOutcome.COMPLETED);
        assertThat(report.discovery()).isEqualTo(new Discovery(3, 0, 0));
        assertThat(callsift.ledger().count(RecordingState.INDEXED)).isEqualTo(2);
        assertThat(callsift.ledger().quarantined(null)).singleElement().satisfies(held -> {
            assertThat(held.key().value()).endsWith(SILENT);
            assertThat(callsift.reason(held.key().value())).isEqualTo(QuarantineReason.NO_SPEECH);
            assertThat(callsift.ledger().retry(new RecordingKey(held.key().value())))
                    .isTrue();
        });
        assertThat(callsift.run().quarantined()).hasSize(1);
        assertThat(callsift.indexed()).hasSize(2);
    }
}
