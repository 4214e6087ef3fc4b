package dev.callsift.pipeline.job;

import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.Retryable;

/** Tells who listens to a run that a store was away and is tried again. */
final class RetryWarning implements RetryListener {

    private final Stage stage;
    private final RunProgress progress;

    RetryWarning(Stage stage, RunProgress progress) {
        this.stage = stage;
        this.progress = progress;
    }

    @Override
    public void beforeRetry(RetryPolicy policy, Retryable<?> retryable) {
        progress.warned("a store was away while " + stage.activity() + "; it is tried again");
    }
}
