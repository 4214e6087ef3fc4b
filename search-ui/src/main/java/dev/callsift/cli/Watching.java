package dev.callsift.cli;

import dev.callsift.pipeline.job.ContinuousRun;
import dev.callsift.pipeline.job.RunProgress;
import dev.callsift.pipeline.job.RunReport;
import dev.callsift.pipeline.recording.RecordingKey;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Runs the job as recordings arrive, for a command: a line for every few recordings that were done, until Ctrl-C. */
final class Watching implements ContinuousRun.Listener, RunProgress {

    private final ContinuousRun job;
    private final PrintWriter out;
    private final boolean json;
    private final Clock clock;

    Watching(ContinuousRun job, PrintWriter out, boolean json, Clock clock) {
        this.job = job;
        this.out = out;
        this.json = json;
        this.clock = clock;
    }

    /** @return the exit code; it ends with the process, as a run does on Ctrl-C */
    int run() throws InterruptedException {
        Interruption.sayOnExit();
        tell("watching for recordings (end it with Ctrl-C)");
        job.run(this, this);
        return ExitCode.OK;
    }

    @Override
    public void done(RunReport report) {
        if (json) {
            out.print(report.toJson());
            out.flush();
        } else {
            tell(report.indexed() + (report.indexed() == 1 ? " call" : " calls") + " searchable, "
                    + report.quarantined().size() + " held back, " + waiting(report) + " waiting");
        }
    }

    private static long waiting(RunReport report) {
        return report.ledger().entrySet().stream()
                .filter(state -> state.getKey().isUnderway())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Override
    public void away(String problem, Duration pause) {
        System.err.println(now() + "  " + problem + "; trying again in " + pause.toSeconds() + " s");
    }

    @Override
    public void quarantined(RecordingKey key, String explanation) {
        System.err.println(now() + "  held back: " + key + ": " + explanation);
    }

    @Override
    public void warned(String message) {
        System.err.println(now() + "  " + message);
    }

    private void tell(String line) {
        if (!json) {
            out.println(now() + "  " + line);
            out.flush();
        }
    }

    private LocalTime now() {
        return LocalTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
