package dev.callsift.ui.operations;

import dev.callsift.pipeline.operations.ItemState;
import dev.callsift.pipeline.operations.StaleItemException;
import dev.callsift.pipeline.operations.WorkItem;
import dev.callsift.ui.outbox.ItemStates;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Lets order systems move the items of the queue. */
@Component
@Fallback
final class WorkItemStates implements ItemStates {

    private final Queue queue;

    WorkItemStates(Queue queue) {
        this.queue = queue;
    }

    @Override
    public Moved move(String id, String state, String who, String note, @Nullable Long expectedVersion) {
        Optional<ItemState> to = Queue.state(state);
        if (to.isEmpty()) {
            return new Moved.Refused("there is no state '" + state + "'");
        }
        Optional<WorkItem> item = id.matches("\\d{1,18}") ? queue.items().find(Long.parseLong(id)) : Optional.empty();
        if (item.isEmpty()) {
            return new Moved.Unknown();
        }
        int version =
                expectedVersion == null ? item.get().version() : (int) Math.min(Integer.MAX_VALUE, expectedVersion);
        try {
            return queue.items()
                    .move(item.get().id(), to.get(), who, note.isBlank() ? null : note, version)
                    .<Moved>map(moved -> new Moved.Done(
                            moved.state().name().toLowerCase(Locale.ROOT).replace('_', '-')))
                    .orElseGet(Moved.Unknown::new);
        } catch (StaleItemException e) {
            return new Moved.Outdated(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return new Moved.Refused(String.valueOf(e.getMessage()));
        }
    }
}
