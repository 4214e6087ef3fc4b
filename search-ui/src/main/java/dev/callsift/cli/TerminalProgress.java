package dev.callsift.cli;

import dev.callsift.pipeline.job.RunProgress;
import dev.callsift.pipeline.job.Stage;
import dev.callsift.pipeline.recording.RecordingKey;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows a run's progress: a bar on a terminal; in a log, a plain line when a stage begins and ends and now and then between. */
final class TerminalProgress implements RunProgress, AutoCloseable {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final PrintStream out;
    private final boolean terminal;
    private final InstantSource clock;
    private @Nullable ProgressBar bar;
    private long done;
    private long total;
    private Instant lastLine = Instant.MIN;

    TerminalProgress(PrintStream out, boolean terminal, InstantSource clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Standard error, so that standard output is the report alone. */
    static TerminalProgress onStandardError() {
        return new TerminalProgress(System.err, Terminal.isInteractive(), InstantSource.system());
    }

    @Override
    public synchronized void started(Stage stage, long stageTotal) {
        done = 0;
        total = stageTotal;
        lastLine = clock.instant();
        if (terminal && total != 0) {
            bar = new ProgressBarBuilder()
                    .setTaskName(stage.activity())
                    .setInitialMax(Math.max(total, -1))
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .build();
        } else if (!terminal && total > 0) {
            out.println(stage.activity() + ": " + total + " to do");
        }
    }

    @Override
    public synchronized void advanced(Stage stage, long by) {
        done += by;
        if (bar != null) {
            bar.stepBy(by);
        } else if (!terminal && isTimeForALine()) {
            lastLine = clock.instant();
            out.println(stage.activity() + ": " + done + (total > 0 ? " of " + total : ""));
        }
    }

    @Override
    public synchronized void quarantined(RecordingKey key, String explanation) {
        out.println(lineStart() + "quarantined " + key + ": " + explanation);
    }

    @Override
    public synchronized void warned(String message) {
        out.println(lineStart() + "note: " + message);
    }

    @Override
    public synchronized void ended(Stage stage) {
        close();
        if (!terminal && done > 0) {
            out.println(stage.activity() + ": " + done + " done");
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    private boolean isTimeForALine() {
        return Duration.between(lastLine, clock.instant()).compareTo(BETWEEN_LINES) >= 0;
    }

    private String lineStart() {
        return bar == null ? "" : "\r";
    }
}
