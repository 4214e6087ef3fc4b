package dev.callsift.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.job.Stage;
import dev.callsift.pipeline.recording.RecordingKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Progress in a log, where nobody watches a bar. */
final class TerminalProgressTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2026-11-09T10:00:00Z");
    private final TerminalProgress progress =
            new TerminalProgress(new PrintStream(printed, true, UTF_8), false, () -> now);

    private List<String> lines() {
        return printed.toString(UTF_8).lines().toList();
    }

    private void advanceOnceEachSecond(int seconds) {
        for (int second = 0; second < seconds; second++) {
            now = now.plusSeconds(1);
            progress.advanced(Stage.TRANSCRIBE, 1);
        }
    }

    @Test
    void printsALineEveryTenSecondsAtMost() {
        progress.started(Stage.TRANSCRIBE, 60);
        advanceOnceEachSecond(25);
        progress.ended(Stage.TRANSCRIBE);
        String activity = Stage.TRANSCRIBE.activity();
        assertThat(lines())
                .containsExactly(
                        activity + ": 60 to do",
                        activity + ": 10 of 60",
                        activity + ": 20 of 60",
                        activity + ": 25 done");
    }

    @Test
    void drawsNoBar() {
        progress.started(Stage.TRANSCRIBE, 3);
        advanceOnceEachSecond(3);
        progress.ended(Stage.TRANSCRIBE);
        assertThat(printed.toString(UTF_8)).doesNotContain("\r").doesNotContain("\u001b");
    }

    @Test
    void tellsAtOnceWhatIsHeldBack() {
        progress.started(Stage.TRANSCRIBE, 3);
        progress.quarantined(new RecordingKey("a/b.wav"), "it is empty");
        progress.warned("the store is slow");
        assertThat(lines()).endsWith("quarantined a/b.wav: it is empty", "note: the store is slow");
    }

    @Test
    void saysNothingOfAStageWithNothingToDo() {
        progress.started(Stage.TRANSCRIBE, 0);
        progress.ended(Stage.TRANSCRIBE);
        assertThat(lines()).isEmpty();
    }
}
