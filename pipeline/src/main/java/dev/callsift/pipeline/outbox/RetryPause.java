package dev.callsift.pipeline.outbox;

import dev.callsift.pipeline.channel.OutgoingSettings;
import java.time.Duration;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** How long a message rests after a failure: longer each time, and never quite the same, so that not all come back at once. */
final class RetryPause {

    private static final int FACTOR = 2;
    /** The share of the first pause by which each may differ. */
    private static final int JITTER_SHARE = 5;

    private final ExponentialBackOff pauses;

    RetryPause(OutgoingSettings settings) {
        this.pauses = new ExponentialBackOff(settings.firstRetry().toMillis(), FACTOR);
        this.pauses.setMaxInterval(settings.longestRetry().toMillis());
        this.pauses.setJitter(Math.max(1, settings.firstRetry().toMillis() / JITTER_SHARE));
    }

    /** @param failures so far, 1 or more */
    Duration after(int failures) {
        BackOffExecution execution = pauses.start();
        long pause = execution.nextBackOff();
        for (int i = 1; i < failures; i++) {
            pause = execution.nextBackOff();
        }
        return Duration.ofMillis(pause);
    }
}
