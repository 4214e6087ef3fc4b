package dev.callsift.cli;

import dev.callsift.pipeline.job.RecordingRun;
import dev.callsift.pipeline.job.RunOutcome;
import dev.callsift.pipeline.job.RunReport;
import dev.callsift.pipeline.job.RunReportText;
import java.io.PrintWriter;

/** Runs the job for a command: progress while it goes on, its report at the end, and a word on Ctrl-C. */
final class JobRunner {

    private final RecordingRun job;
    private final PrintWriter out;
    private final boolean json;

    JobRunner(RecordingRun job, PrintWriter out, boolean json) {
        this.job = job;
        this.out = out;
        this.json = json;
    }

    /** @return the exit code */
    int run() {
        try (Interruption interruption = Interruption.sayOnExit();
                TerminalProgress progress = TerminalProgress.onStandardError()) {
            RunReport report = job.run(progress);
            progress.close();
            out.print(json ? report.toJson() : RunReportText.of(report));
            out.flush();
            return report.outcome() == RunOutcome.COMPLETED ? ExitCode.OK : ExitCode.INCOMPLETE;
        }
    }
}
