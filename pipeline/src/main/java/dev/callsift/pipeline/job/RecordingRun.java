package dev.callsift.pipeline.job;

import org.springframework.batch.core.job.JobExecution;

/** Runs the job once over everything there is to do, and reports. One run at a time on a store, also across processes. */
public final class RecordingRun {

    private final JobSession.Surroundings surroundings;

    RecordingRun(JobSession.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Runs to the end, or until a store stays away; the report says which.
     *
     * @throws AnotherRunException when another run works on the same store
     * @throws JobStoppedException when the run cannot begin
     */
    public RunReport run(RunProgress progress) {
        try (JobSession session = JobSession.open(surroundings)) {
            RunScope run = session.begin(progress);
            JobExecution execution = session.run(run, RecordingJob.Extent.ALL);
            RunReports reports = new RunReports(surroundings.parts(), surroundings.clock());
            RunReport report = reports.report(execution, run);
            reports.keep(report);
            return report;
        }
    }
}
