package dev.callsift.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.callsift.pipeline.ledger.LedgerEntry;
import dev.callsift.pipeline.ledger.RecordingState;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.transcript.VoskRecognizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

final class ContinuousRunTest {

    private static final AtomicInteger RECOGNIZERS = new AtomicInteger();
    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private final Queue<RunReport> reports = new ConcurrentLinkedQueue<>();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private Recordings recordings;
    private Callsift callsift;
    private Thread watching;

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

    @BeforeEach
    void watch() throws IOException {
        RECOGNIZERS.set(0);
        recordings = new Recordings(folder.resolve("recordings"));
        Files.createDirectories(recordings.folder());
        callsift = Callsift.open(
                List.of(Counting.class),
                folder.resolve("home"),
                recordings.folder().toString(),
                "callsift.transcript.threads=1",
                "callsift.job.poll=100ms",
                "callsift.job.store-retry-max-delay=200ms");
        watching = Thread.ofPlatform().start(this::runOn);
    }

    private void runOn() {
        try {
            callsift.part(ContinuousRun.class).run(RunProgress.SILENT, new ContinuousRun.Listener() {
                @Override
                public void done(RunReport report) {
                    reports.add(report);
                }

                @Override
                public void away(String problem, Duration pause) {
                    problems.add(problem);
                }
            });
        } catch (InterruptedException e) {
            // the end of the test
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        watching.interrupt();
        watching.join(LONG);
        assertThat(watching.isAlive()).isFalse();
        callsift.close();
    }

    /** Whole at once, as a careful telephone system puts it there. */
    private void arrive(String key, int fromSecond) throws IOException {
        var outside = new Recordings(folder.resolve("outside")).withCut(key, Recordings.CALL_BACK, fromSecond, 6);
        Files.move(outside.file(key), recordings.file(key));
    }

    private void indexed(String key) {
        await().atMost(LONG).until(() -> callsift.ledger()
                .find(new RecordingKey(key))
                .map(LedgerEntry::state)
                .filter(RecordingState.INDEXED::equals)
                .isPresent());
    }

    @Test
    void takesEachRecordingThroughAllStagesAsItArrives() throws IOException {
        arrive("first.wav", 5);
        indexed("first.wav");
        arrive("second.wav", 11);
        indexed("second.wav");

        assertThat(RECOGNIZERS).hasValue(1);
        assertThat(reports).extracting(RunReport::indexed).containsExactly(1L, 1L);
        assertThat(reports).extracting(report -> report.discovery().added()).containsExactly(1L, 1L);
        assertThat(callsift.indexed()).hasSize(2);
    }

    @Test
    void doesNotLetTheFirstWaitForTheLastOfMany() throws IOException {
        Path source = recordings.folder();
        Path elsewhere = Files.move(source, folder.resolve("elsewhere"));
        var many = new Recordings(elsewhere);
        for (int i = 0; i < 9; i++) {
            many.withCut("call-" + i + ".wav", Recordings.CALL_BACK, 5 + i, 2);
        }
        Files.move(elsewhere, source);
        indexed("call-8.wav");

        assertThat(reports).hasSizeGreaterThan(1).allSatisfy(report -> assertThat(report.indexed())
                .isBetween(1L, 4L));
        assertThat(callsift.indexed()).hasSize(9);
    }

    @Test
    void waitsForAStoreThatIsAway() throws IOException {
        Path elsewhere = Files.move(recordings.folder(), folder.resolve("elsewhere"));
        await().atMost(LONG).until(() -> !problems.isEmpty());
        Files.move(elsewhere, recordings.folder());
        arrive("first.wav", 5);
        indexed("first.wav");

        assertThat(problems).first().asString().contains(recordings.folder().toString());
    }

    @Test
    void leavesNoRoomForAnotherRun() throws IOException {
        arrive("first.wav", 5);
        indexed("first.wav");

        assertThatThrownBy(callsift::run).isInstanceOf(AnotherRunException.class);
    }
}
