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
        Thread interrupter = new Thread(JobRunner::interrupt, "interrupt-run");
        Runtime.getRuntime().addShutdownHook(interrupter);
        try (TerminalProgress progress = TerminalProgress.onStandardError()) {
            RunReport report = job.run(progress);
            progress.close();
            out.print(json ? report.toJson() : RunReportText.of(report));
            out.flush();
            return report.outcome() == RunOutcome.COMPLETED ? ExitCode.OK : ExitCode.INCOMPLETE;
        } finally {
            removeHook(interrupter);
        }
    }

    /**
     * Ctrl-C ends a run as a kill does, which a run is made to bear: waiting for recordings at hand would take as long as they
     * are, and the database closes itself meanwhile.
     */
    private static void interrupt() {
        System.err.println();
        System.err.println("interrupted; nothing is lost, run again to go on");
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }

    private static void removeHook(Thread interrupter) {
        try {
            Runtime.getRuntime().removeShutdownHook(interrupter);
        } catch (IllegalStateException e) {
            // the process is ending already, and the hook is what ends it
        }
    }
}
