package dev.callsift.pipeline.job;

import dev.callsift.pipeline.ledger.Discovery;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.ledger.RecordingState;
import dev.callsift.pipeline.recording.RecordingObject;
import dev.callsift.pipeline.recording.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the job on recordings as they arrive: each goes through all stages without waiting for others than the few that are
 * done with it. A store that is away is waited for. One at a time on a store, also across processes.
 */
public final class ContinuousRun {

    private final JobSession.Surroundings surroundings;

    ContinuousRun(JobSession.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Hears of what was done. Called from one thread. */
    public interface Listener {

        /** A few recordings have come to their end. */
        void done(RunReport report);

        /** A store is away; it is tried again after a pause. */
        void away(String problem, Duration pause);
    }

    /**
     * Works until the thread is interrupted.
     *
     * @throws AnotherRunException when another run works on the same store
     * @throws JobStoppedException when no run can begin
     */
    public void run(RunProgress progress, Listener listener) throws InterruptedException {
        PipelineParts parts = surroundings.parts();
        var discovery = new TransactionTemplate(surroundings.transactions());
        try (JobSession session = JobSession.open(surroundings);
                Arrivals arrivals = new Arrivals(
                        parts.recordings(),
                        found -> discovered(discovery, found),
                        parts.settings().poll(),
                        surroundings.clock())) {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    Discovery found = arrivals.take();
                    if (isSomethingToDo()) {
                        round(session, found, progress, listener);
                    } else {
                        arrivals.await();
                    }
                } catch (StoreUnavailableException e) {
                    pause(session, String.valueOf(e.getMessage()), listener);
                }
            }
        }
    }

    private Discovery discovered(TransactionTemplate transaction, List<RecordingObject> found) {
        Ledger ledger = surroundings.parts().ledger();
        return transaction.execute(status -> ledger.discover(found, 0));
    }

    private boolean isSomethingToDo() {
        Ledger ledger = surroundings.parts().ledger();
        return Stream.of(RecordingState.values())
                .filter(RecordingState::isUnderway)
                .anyMatch(state -> ledger.count(state) > 0);
    }

    private void round(JobSession session, Discovery found, RunProgress progress, Listener listener)
            throws InterruptedException {
        RunScope run = session.begin(progress);
        run.discovered(found);
        JobExecution execution = session.run(run, RecordingJob.Extent.PORTION);
        RunReport report = new RunReports(surroundings.parts(), surroundings.clock()).report(execution, run);
        listener.done(report);
        if (report.outcome() == RunOutcome.INCOMPLETE) {
            pause(session, String.valueOf(report.problem()), listener);
        }
    }

    /** Whatever went wrong, the next try begins with a new recognizer and a new index writer. */
    private void pause(JobSession session, String problem, Listener listener) throws InterruptedException {
        session.release();
        Duration pause = surroundings.parts().settings().storeRetryMaxDelay();
        listener.away(problem, pause);
        Thread.sleep(pause);
    }
}
