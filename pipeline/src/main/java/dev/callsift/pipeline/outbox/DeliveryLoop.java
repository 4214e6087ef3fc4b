package dev.callsift.pipeline.outbox;

import dev.callsift.pipeline.channel.OutgoingSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers in the background of a process until it is closed. A database that is away is asked again with longer pauses. On closing,
 * what is being sent may end; what does not is delivered by the next process when the lease is over.
 */
public final class DeliveryLoop implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DeliveryLoop.class);

    private static final int PAUSE_AFTER_FAULT = 10;
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    private final Delivery delivery;
    private final OutboxContents contents;
    private final OutgoingSettings settings;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads;

    public DeliveryLoop(Delivery delivery, OutboxContents contents, OutgoingSettings settings, InstantSource clock) {
        this.delivery = delivery;
        this.contents = contents;
        this.settings = settings;
        this.clock = clock;
        this.threads = Executors.newFixedThreadPool(
                settings.threads() + 1,
                Thread.ofPlatform().name("outbox-", 1).daemon().factory());
    }

    public void start() {
        for (int i = 0; i < settings.threads(); i++) {
            threads.execute(this::deliverUntilClosed);
        }
        threads.execute(this::cleanUntilClosed);
    }

    private void deliverUntilClosed() {
        Duration pause = Duration.ZERO;
        while (!isClosedWithin(pause)) {
            try {
                pause = delivery.deliverNext() ? Duration.ZERO : settings.poll();
            } catch (RuntimeException e) {
                log.warn("outbox: the database does not do what is asked, trying again: {}", e.toString());
                pause = settings.poll().multipliedBy(PAUSE_AFTER_FAULT);
            }
        }
    }

    private void cleanUntilClosed() {
        Instant last = Instant.EPOCH;
        while (!isClosedWithin(settings.poll())) {
            if (Duration.between(last, clock.instant()).compareTo(BETWEEN_CLEANINGS) >= 0) {
                last = clock.instant();
                clean();
            }
        }
    }

    private void clean() {
        try {
            contents.forget(settings.keep());
        } catch (RuntimeException e) {
            log.warn("outbox: old messages are not removed this time: {}", e.toString());
        }
    }

    private boolean isClosedWithin(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            threads.shutdownNow();
        }
    }
}
