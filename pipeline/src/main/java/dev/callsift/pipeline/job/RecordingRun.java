package dev.callsift.pipeline.job;

import dev.callsift.pipeline.index.CallIndex;
import dev.callsift.pipeline.transcript.SpeechRecognizer;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.transaction.PlatformTransactionManager;

/** Runs the job once over everything there is to do, and reports. One run at a time on a store, also across processes. */
public final class RecordingRun {

    private final PipelineParts parts;
    private final RecognizerStart recognizers;
    private final JobRepository repository;
    private final JobOperator operator;
    private final PlatformTransactionManager transactions;
    private final DataSource database;
    private final InstantSource clock;

    RecordingRun(
            PipelineParts parts,
            RecognizerStart recognizers,
            JobRepository repository,
            JobOperator operator,
            PlatformTransactionManager transactions,
            DataSource database,
            InstantSource clock) {
        this.parts = parts;
        this.recognizers = recognizers;
        this.repository = repository;
        this.operator = operator;
        this.transactions = transactions;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Runs to the end, or until a store stays away; the report says which.
     *
     * @throws AnotherRunException when another run works on the same store
     * @throws JobStoppedException when the run cannot begin
     */
    public RunReport run(RunProgress progress) {
        try (RunLock lock = RunLock.acquire(
                        parts.settings().lockFile(),
                        database,
                        parts.recordings().location());
                RunScope run = new RunScope(
                        progress,
                        this::startRecognizer,
                        () -> CallIndex.open(parts.settings().index()),
                        clock.instant())) {
            recoverKilledRuns();
            cleanScratch();
            JobExecution execution = execute(new RecordingJob(parts, repository, transactions, run).build());
            return new RunReports(parts, clock).report(execution, run);
        }
    }

    private SpeechRecognizer startRecognizer() {
        try {
            return recognizers.start(parts.speechModel(), parts.transcript());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobStoppedException("stopped while the speech model was being loaded", e);
        }
    }

    private JobExecution execute(Job job) {
        JobParameters parameters = new JobParametersBuilder()
                .addString("startedAt", clock.instant().toString())
                .addString("source", parts.recordings().location(), false)
                .toJobParameters();
        try {
            return operator.start(job, parameters);
        } catch (Exception e) {
            throw new JobStoppedException("the job cannot be started: " + e.getMessage(), e);
        }
    }

    /** We hold the lock, so an execution that still counts as running belongs to a process that was killed. */
    private void recoverKilledRuns() {
        repository.findRunningJobExecutions(RecordingJob.NAME).forEach(operator::recover);
    }

    private void cleanScratch() {
        Path scratch = parts.settings().scratch();
        try {
            Files.createDirectories(scratch);
            try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(scratch)) {
                for (Path leftover : leftovers) {
                    Files.deleteIfExists(leftover);
                }
            }
        } catch (IOException e) {
            throw new JobStoppedException(
                    scratch + ": cannot be written (" + e.getMessage() + "); make it writable or set callsift.job.home",
                    e);
        }
    }
}
