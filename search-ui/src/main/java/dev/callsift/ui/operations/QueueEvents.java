package dev.callsift.ui.operations;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages that the queue has changed, by server-sent events. The job that adds items runs in another process, so the
 * database is asked now and then, once for all pages.
 */
@RestController
final class QueueEvents {

    private static final Logger LOG = LoggerFactory.getLogger(QueueEvents.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Queue queue;
    private final List<SseEmitter> pages = new CopyOnWriteArrayList<>();
    private @Nullable Thread looking;
    private volatile boolean stopped;
    private volatile Instant seen = Instant.EPOCH;

    QueueEvents(Queue queue) {
        this.queue = queue;
    }

    @GetMapping(path = "/queue/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events() throws IOException {
        SseEmitter page = new SseEmitter(Duration.ofMinutes(30).toMillis());
        page.onCompletion(() -> pages.remove(page));
        page.onTimeout(page::complete);
        page.send(SseEmitter.event().comment("listening"));
        pages.add(page);
        look();
        if (stopped) {
            page.complete();
        }
        return page;
    }

    /** Begins with the first page that listens. */
    private synchronized void look() {
        if (looking == null) {
            seen = queue.items().lastChange();
            looking = Thread.ofPlatform().daemon().name("queue-changes").start(this::lookOn);
        }
    }

    private void lookOn() {
        try {
            while (true) {
                Thread.sleep(LOOK);
                tell();
            }
        } catch (InterruptedException e) {
            // the process ends
        }
    }

    private void tell() {
        if (pages.isEmpty()) {
            return;
        }
        try {
            Instant last = queue.items().lastChange();
            if (!last.equals(seen)) {
                seen = last;
                pages.removeIf(page -> !isTold(page));
            }
        } catch (DataAccessException e) {
            LOG.warn("the database cannot be asked for changes of the queue; trying again", e);
        }
    }

    private static boolean isTold(SseEmitter page) {
        try {
            page.send(SseEmitter.event().name("changed").data("{}"));
            return true;
        } catch (IOException | IllegalStateException e) {
            return false; // it was closed
        }
    }

    private static void end(SseEmitter page) {
        try {
            page.complete();
        } catch (IllegalStateException e) {
            LOG.debug("a page that listened was closed already", e);
        }
    }

    /** Before the web server stops, which otherwise waits for these answers to end. */
    @EventListener(ContextClosedEvent.class)
    synchronized void stop() {
        stopped = true;
        pages.forEach(QueueEvents::end);
        if (looking != null) {
            looking.interrupt();
        }
    }
}
