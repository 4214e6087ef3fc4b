package dev.callsift.pipeline.job;

import java.util.function.LongSupplier;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Tells who listens to a run that a stage begins, with how much to do, and that it ends. */
final class StageListener implements StepExecutionListener {

    private final Stage stage;
    private final LongSupplier total;
    private final RunProgress progress;

    StageListener(Stage stage, LongSupplier total, RunProgress progress) {
        this.stage = stage;
        this.total = total;
        this.progress = progress;
    }

    @Override
    public void beforeStep(StepExecution execution) {
        progress.started(stage, total.getAsLong());
    }

    @Override
    public ExitStatus afterStep(StepExecution execution) {
        progress.ended(stage);
        return execution.getExitStatus();
    }
}
