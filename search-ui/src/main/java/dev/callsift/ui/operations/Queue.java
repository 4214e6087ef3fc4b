package dev.callsift.ui.operations;

import dev.callsift.pipeline.operations.ItemFilter;
import dev.callsift.pipeline.operations.ItemState;
import dev.callsift.pipeline.operations.WorkItem;
import dev.callsift.pipeline.operations.WorkItems;
import dev.callsift.pipeline.orders.Orders;
import dev.callsift.ui.TagChips;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the pages and the API of the queue have in common. */
@Component
final class Queue {

    private static final int MOST = 200;

    private final ObjectProvider<WorkItems> items;
    private final ObjectProvider<Orders> orders;
    private final TagChips chips;
    private final InstantSource clock;

    Queue(ObjectProvider<WorkItems> items, ObjectProvider<Orders> orders, TagChips chips, InstantSource clock) {
        this.items = items;
        this.orders = orders;
        this.chips = chips;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param waiting how many items wait for somebody, whatever is filtered
     * @param full whether there are more than are shown
     */
    record Page(List<ItemView> items, List<TypeView> types, String type, boolean all, long waiting, boolean full) {}

    /** A type that can be filtered by. */
    record TypeView(String code, String title) {}

    WorkItems items() {
        return items.getObject();
    }

    Orders orders() {
        return orders.getObject();
    }

    Page page(String type, boolean all) {
        List<WorkItem> listed = items().list(new ItemFilter(type.isEmpty() ? null : type, !all, null, 0), MOST);
        Map<ItemState, Long> counts = items().counts();
        long waiting = counts.getOrDefault(ItemState.NEW, 0L) + counts.getOrDefault(ItemState.ACKNOWLEDGED, 0L);
        return new Page(listed.stream().map(this::view).toList(), types(), type, all, waiting, listed.size() == MOST);
    }

    private List<TypeView> types() {
        return Stream.of(
                        "cancel.requested",
                        "modify.address",
                        "modify.colour",
                        "modify.contact",
                        "modify.item",
                        "modify.payment-method",
                        "modify.quantity",
                        "modify.schedule",
                        "modify.size")
                .map(code -> new TypeView(code, chips.of(code).title()))
                .toList();
    }

    ItemView view(WorkItem item) {
        return ItemView.of(item, chips.of(item.type()).title(), clock.instant());
    }

    /** By the name in links and in JSON: {@code too-late}. */
    static Optional<ItemState> state(@Nullable String name) {
        return Stream.of(ItemState.values())
                .filter(state ->
                        state.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
                .findFirst();
    }
}
