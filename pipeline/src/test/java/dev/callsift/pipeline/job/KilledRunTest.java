package dev.callsift.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.index.IndexContents;
import dev.callsift.pipeline.ledger.LedgerEntry;
import dev.callsift.pipeline.ledger.RecordingState;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.repository.JobRepository;

/** Kills processes that run the job, wherever they are, and compares what comes of it with a run that nobody disturbed. */
final class KilledRunTest {

    private static final int KILLS = 5;
    private static final int RECORDINGS = 10;

    @TempDir
    private Path folder;

    /** All that a run leaves behind. */
    private record Result(Map<String, String> ledger, Map<String, String> documents, List<IndexContents.Call> index) {}

    @Test
    void endsAsIfItHadNeverBeenKilled() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("KilledRunTest: the seed is " + seed);
        Random random = new Random(seed);
        Path recordings = recordings();
        Result undisturbed = finish(folder.resolve("undisturbed"), recordings);
        assertThat(undisturbed.index()).hasSize(RECORDINGS);

        int kills = 0;
        for (int round = 0; kills < KILLS; round++) {
            Path home = folder.resolve("killed-" + round);
            while (kills < KILLS && kill(home, recordings, random)) {
                kills++;
            }
            assertThat(finish(home, recordings)).as("seed %d", seed).isEqualTo(undisturbed);
        }
    }

    private Path recordings() throws IOException {
        Recordings recordings = new Recordings(folder.resolve("recordings"));
        for (int i = 0; i < RECORDINGS; i++) {
            recordings.withCut("call-" + i + ".wav", Recordings.CALL_BACK, 4 + 2 * i, 4);
        }
        return recordings.with("empty.wav", new byte[0]).folder();
    }

    /** @return whether it was killed; it may have come to its end before */
    private static boolean kill(Path home, Path recordings, Random random) throws Exception {
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "--enable-native-access=ALL-UNNAMED",
                        RunChild.class.getName(),
                        home.toString(),
                        recordings.toString())
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        int patience = 1 + random.nextInt(12);
        try (BufferedReader lines = child.inputReader()) {
            String line = lines.readLine();
            while (line != null && said.size() < patience) {
                said.add(line);
                line = lines.readLine();
            }
            Thread.sleep(random.nextInt(300));
            child.toHandle().destroyForcibly();
        }
        int exit = child.waitFor();
        assertThat(said).as("it got under way, or it says why not").contains("open");
        return exit != 0;
    }

    private static Result finish(Path home, Path recordings) {
        try (Callsift callsift = Callsift.open(home, recordings.toString(), "callsift.transcript.threads=1")) {
            RunReport report = callsift.run();
            assertThat(report.outcome()).isEqualTo(RunOutcome.COMPLETED);
            assertThat(home.resolve("scratch")).isEmptyDirectory();
            assertThat(callsift.part(JobRepository.class).findRunningJobExecutions(RecordingJob.NAME))
                    .as("executions of killed processes are recovered")
                    .isEmpty();
            return new Result(ledger(callsift), callsift.documents(), callsift.indexed());
        }
    }

    private static Map<String, String> ledger(Callsift callsift) {
        Map<String, String> ledger = new TreeMap<>();
        for (RecordingState state : RecordingState.values()) {
            for (LedgerEntry entry : callsift.ledger().next(state, Long.MIN_VALUE, 1_000)) {
                assertThat(ledger.put(entry.key().value(), state + " " + entry.recording() + " " + facts(entry)))
                        .as("in the ledger twice")
                        .isNull();
            }
        }
        return ledger;
    }

    private static String facts(LedgerEntry entry) {
        return (entry.quarantine() == null
                        ? ""
                        : entry.quarantine().reason() + " " + entry.quarantine().detail())
                + (entry.facts() == null
                        ? ""
                        : entry.facts().duration() + " " + entry.facts().speech());
    }
}
