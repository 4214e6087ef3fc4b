package dev.callsift.pipeline.job;

import dev.callsift.pipeline.index.CallIndex;
import dev.callsift.pipeline.transcript.SpeechRecognizer;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The time in which a process works on a store and no other does. It runs the job once or many times, with one recognizer and
 * one index writer, which are opened on first use, so that a run that finds nothing new starts no child process.
 */
final class JobSession implements AutoCloseable {

    private final Surroundings surroundings;
    private final RunLock lock;
    private @Nullable SpeechRecognizer recognizer;
    private @Nullable CallIndex index;

    /** What the batch framework and the database give to a session. */
    record Surroundings(
            PipelineParts parts,
            RecognizerStart recognizers,
            JobRepository repository,
            JobOperator operator,
            PlatformTransactionManager transactions,
            DataSource database,
            InstantSource clock) {}

    private JobSession(Surroundings surroundings, RunLock lock) {
        this.surroundings = surroundings;
        this.lock = lock;
    }

    /**
     * @throws AnotherRunException when another run works on the same store
     * @throws JobStoppedException when no run can begin
     */
    static JobSession open(Surroundings surroundings) {
        PipelineParts parts = surroundings.parts;
        RunLock lock = RunLock.acquire(
                parts.settings().lockFile(),
                surroundings.database,
                parts.recordings().location());
        JobSession session = new JobSession(surroundings, lock);
        try {
            session.recoverKilledRuns();
            session.cleanScratch();
            return session;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    RunScope begin(RunProgress progress) {
        return new RunScope(progress, this::recognizer, this::index, surroundings.clock.instant());
    }

    /** Runs the job to its end, or until a store stays away; the execution says which. */
    JobExecution run(RunScope run, RecordingJob.Extent extent) {
        Job job = new RecordingJob(surroundings.parts, surroundings.repository, surroundings.transactions, run)
                .build(extent);
        JobParameters parameters = new JobParametersBuilder()
                .addString("startedAt", run.startedAt().toString())
                .addString("source", surroundings.parts.recordings().location(), false)
                .toJobParameters();
        try {
            return surroundings.operator.start(job, parameters);
        } catch (Exception e) {
            throw new JobStoppedException("the job cannot be started: " + e.getMessage(), e);
        }
    }

    private synchronized SpeechRecognizer recognizer() {
        if (recognizer == null) {
            recognizer = startRecognizer();
        }
        return recognizer;
    }

    private SpeechRecognizer startRecognizer() {
        PipelineParts parts = surroundings.parts;
        try {
            return surroundings.recognizers.start(parts.speechModel(), parts.transcript());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobStoppedException("stopped while the speech model was being loaded", e);
        }
    }

    private synchronized CallIndex index() {
        if (index == null) {
            index = CallIndex.open(surroundings.parts.settings().index());
        }
        return index;
    }

    /** We hold the lock, so an execution that still counts as running belongs to a process that was killed. */
    private void recoverKilledRuns() {
        surroundings.repository.findRunningJobExecutions(RecordingJob.NAME).forEach(surroundings.operator::recover);
    }

    private void cleanScratch() {
        Path scratch = surroundings.parts.settings().scratch();
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

    /** Closes recognizer and index writer; the next run opens new ones. */
    synchronized void release() {
        if (recognizer != null) {
            recognizer.close();
        }
        if (index != null) {
            index.close();
        }
        recognizer = null;
        index = null;
    }

    @Override
    public void close() {
        try {
            release();
        } finally {
            lock.close();
        }
    }
}
