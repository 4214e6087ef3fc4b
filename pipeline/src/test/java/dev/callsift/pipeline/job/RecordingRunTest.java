package dev.callsift.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.callsift.pipeline.evaluation.ListingBenchmark;
import dev.callsift.pipeline.index.IndexContents;
import dev.callsift.pipeline.ledger.Discovery;
import dev.callsift.pipeline.ledger.RecordingState;
import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.SettingsException;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.VoskRecognizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

final class RecordingRunTest {

    private static final String SHORT = "short.wav";
    private static final String SILENT = "silent.wav";
    private static final AtomicInteger RECOGNIZERS = new AtomicInteger();

    @TempDir
    private Path folder;

    private Recordings recordings;

    @BeforeEach
    void begin() {
        recordings = new Recordings(folder.resolve("recordings"));
        RECOGNIZERS.set(0);
    }

    @Configuration(proxyBeanMethods = false)
    static class Counting {

        @Bean
        @Primary
        RecognizerStart countedRecognizers() {
            return (model, settings) -> {
                RECOGNIZERS.incrementAndGet();
                return VoskRecognizer.start(model, settings);
            };
        }
    }

    private Callsift open(String home, String... settings) {
        return Callsift.open(
                List.of(Counting.class),
                folder.resolve(home),
                recordings.folder().toString(),
                settings);
    }

    @Test
    void makesSearchableCallsOfRecordings() throws IOException {
        recordings.with(Recordings.CANCEL).with(Recordings.CALL_BACK);
        try (Callsift callsift = open("home")) {
            RunReport report = callsift.run();

            assertThat(report.outcome()).isEqualTo(RunOutcome.COMPLETED);
            assertThat(callsift.state(Recordings.CANCEL)).isEqualTo(RecordingState.INDEXED);
            assertThat(callsift.state(Recordings.CALL_BACK)).isEqualTo(RecordingState.INDEXED);
            assertThat(callsift.said(Recordings.CANCEL)).contains("if i cancel later", "cancellation fee");
            assertThat(callsift.said(Recordings.CALL_BACK)).contains("after six");
            assertThat(callsift.transcript(Recordings.CANCEL).call().agent()).isEqualTo("Kavita Menon");
            assertThat(IndexContents.saying(callsift.home().resolve("index"), "cancel"))
                    .containsExactly(Recordings.CANCEL);
            assertThat(callsift.indexed()).hasSize(2);
            reports(callsift, report);
        }
    }

    private static void reports(Callsift callsift, RunReport report) throws IOException {
        assertThat(report.discovery()).isEqualTo(new Discovery(2, 0, 0));
        assertThat(report.transcribed()).isEqualTo(2);
        assertThat(report.tagged()).isEqualTo(2);
        assertThat(report.indexed()).isEqualTo(2);
        assertThat(report.speech().audio().toSeconds()).isBetween(61L, 64L);
        assertThat(report.speech().speechShare()).isBetween(0.2, 0.95);
        assertThat(report.speech().recognizerCpu()).isPositive();
        assertThat(report.speech().otherCpu()).isPositive();
        assertThat(report.slowest()).hasSize(2);
        assertThat(RunReportText.of(report))
                .contains("completed after", "2 listed: 2 new, 0 changed, 0 known", "real-time factor")
                .contains("demo-en-8k (" + report.speechModel().hash().substring(0, 12) + ")")
                .contains("trained on synthetic speech: not for real recordings")
                .contains("2 indexed");
        Path kept = callsift.home().resolve("reports").resolve("run-" + report.run() + ".json");
        assertThat(Files.readString(kept))
                .isEqualTo(report.toJson())
                .contains(
                        "\"COMPLETED\"", "\"demo-en-8k\"", report.speechModel().hash(), "\"demonstration\" : true");
    }

    @Test
    void findsNothingToDoTheSecondTimeAndReadsNothing() throws IOException {
        recordings.withCut(SHORT, Recordings.CALL_BACK, 5, 6);
        try (Callsift first = open("home")) {
            first.run();
        }
        assertThat(RECOGNIZERS).hasValue(1);
        try (Callsift second = open("home")) {
            RunReport report = second.run();

            assertThat(report.outcome()).isEqualTo(RunOutcome.COMPLETED);
            assertThat(report.discovery()).isEqualTo(new Discovery(0, 0, 1));
            assertThat(report.transcribed() + report.tagged() + report.indexed())
                    .isZero();
            assertThat(second.bodiesRead()).isZero();
            assertThat(RECOGNIZERS).hasValue(1);
            assertThat(second.indexed()).hasSize(1);
        }
    }

    @Test
    void readsNoBodyOfManyRecordingsThatAreKnown() throws IOException {
        int many = 300;
        ListingBenchmark.fill(recordings.folder(), many);
        try (Callsift first = open("home")) {
            RunReport report = first.run();
            assertThat(report.discovery().added()).isEqualTo(many);
            assertThat(first.ledger().count(RecordingState.QUARANTINED)).isEqualTo(many);
        }
        int started = RECOGNIZERS.get();
        try (Callsift second = open("home")) {
            RunReport report = second.run();
            assertThat(report.discovery()).isEqualTo(new Discovery(0, 0, many));
            assertThat(report.quarantined()).isEmpty();
            assertThat(second.bodiesRead()).isZero();
            assertThat(RECOGNIZERS).hasValue(started);
        }
    }

    @Test
    void doesAChangedRecordingAgainInPlaceOfTheOldCall() throws IOException {
        recordings.withCut(SHORT, Recordings.CALL_BACK, 5, 6);
        try (Callsift callsift = open("home")) {
            callsift.run();
            assertThat(callsift.said(SHORT)).contains("support team");
            recordings.withCut(SHORT, Recordings.CALL_BACK, 18, 7);

            RunReport report = callsift.run();

            assertThat(report.discovery()).isEqualTo(new Discovery(0, 1, 0));
            assertThat(callsift.said(SHORT)).contains("after six").doesNotContain("support team");
            assertThat(callsift.indexed()).hasSize(1);
            assertThat(IndexContents.saying(callsift.home().resolve("index"), "support"))
                    .isEmpty();
            assertThat(IndexContents.saying(callsift.home().resolve("index"), "six"))
                    .containsExactly(SHORT);
        }
    }

    @Test
    void leavesAQuarantinedRecordingAloneUntilItIsPutBack() throws IOException {
        recordings.with(SILENT, Recordings.wav(8_000, 1, 16_000, i -> 0));
        try (Callsift callsift = open("home")) {
            callsift.run();
            assertThat(callsift.reason(SILENT)).isEqualTo(QuarantineReason.NO_SPEECH);
            callsift.run();
            assertThat(callsift.entry(SILENT).attempts()).isEqualTo(1);

            assertThat(callsift.ledger().retry(new RecordingKey(SILENT))).isTrue();
            assertThat(callsift.run().quarantined()).hasSize(1);
            assertThat(callsift.entry(SILENT).attempts()).isEqualTo(2);
        }
    }

    @Test
    void makesTheSameTranscriptsOfTheSameRecordingsEverywhere() throws IOException {
        recordings.withCut(SHORT, Recordings.CALL_BACK, 5, 8).withCut("other.wav", Recordings.KETTLE, 5, 8);
        try (Callsift here = open("home", "callsift.transcript.threads=1");
                Callsift there = open("elsewhere", "callsift.transcript.threads=3")) {
            here.run();
            there.run();
            assertThat(here.documents()).hasSize(6).isEqualTo(there.documents());
        }
    }

    @Test
    void refusesASecondRunAtOnce() throws IOException {
        recordings.with(SILENT, Recordings.wav(8_000, 1, 16_000, i -> 0));
        List<Throwable> refusals = new ArrayList<>();
        try (Callsift first = open("home");
                Callsift second = open("home")) {
            RunReport report = first.run(new RunProgress() {
                @Override
                public void started(Stage stage, long total) {
                    if (stage == Stage.DISCOVER) {
                        refusals.add(catchThrowable(second::run));
                        refusals.add(catchThrowable(first::run));
                    }
                }
            });

            assertThat(refusals).hasSize(2).allSatisfy(refusal -> assertThat(refusal)
                    .isInstanceOf(AnotherRunException.class)
                    .hasMessageContaining(folder.resolve("home").toString()));
            assertThat(report.outcome()).isEqualTo(RunOutcome.COMPLETED);
            assertThat(second.run().outcome()).as("the lock is let go").isEqualTo(RunOutcome.COMPLETED);
        }
    }

    @Test
    void tellsAllWrongSettingsTogetherBeforeItTouchesAnything() {
        Path home = folder.resolve("home");
        assertThatThrownBy(() -> Callsift.open(
                                home,
                                "",
                                "callsift.job.store-retry-max-delay=1ms",
                                "callsift.transcript.threads=0",
                                "callsift.recording.page-size=5000")
                        .close())
                .rootCause()
                .isInstanceOfSatisfying(SettingsException.class, wrong -> assertThat(wrong.getMessage())
                        .contains("callsift.job.store-retry-max-delay", "callsift.transcript.threads")
                        .contains("callsift.recording.page-size", "callsift.recording.source"));
        assertThat(home).doesNotExist();
    }

    @Test
    void transcriptsNameWhatTheyWereMadeFromAndWith() throws IOException {
        recordings.withCut(SHORT, Recordings.CALL_BACK, 5, 6);
        try (Callsift callsift = open("home")) {
            RunReport report = callsift.run();
            Transcript transcript = callsift.transcript(SHORT);
            assertThat(transcript.recording().key()).isEqualTo(SHORT);
            assertThat(transcript.recording().size()).isEqualTo(Files.size(recordings.file(SHORT)));
            assertThat(transcript.speechModel()).isEqualTo(report.speechModel());
        }
    }
}
