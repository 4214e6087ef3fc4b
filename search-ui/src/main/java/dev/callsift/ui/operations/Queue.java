package dev.callsift.ui.operations;

import dev.callsift.pipeline.operations.ItemState;
import dev.callsift.pipeline.operations.WorkItem;
import dev.callsift.pipeline.operations.WorkItems;
import dev.callsift.pipeline.orders.Orders;
import dev.callsift.pipeline.routing.Routing;
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
    private final ObjectProvider<Routing> routing;
    private final TagChips chips;
    private final InstantSource clock;

    Queue(
            ObjectProvider<WorkItems> items,
            ObjectProvider<Orders> orders,
            ObjectProvider<Routing> routing,
            TagChips chips,
            InstantSource clock) {
        this.items = items;
        this.orders = orders;
        this.routing = routing;
        this.chips = chips;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param waiting how many items wait for somebody, whatever is filtered
     * @param full whether there are more than are shown
     */
    record Page(List<ItemView> items, QueueFilter filter, Choices choices, long waiting, boolean full) {}

    /** What can be filtered by. */
    record Choices(List<Choice> types, List<Choice> teams, List<Choice> owners, List<Choice> states) {}

    /**
     * One of them.
     *
     * @param value as the address says it
     */
    record Choice(String value, String title) {}

    WorkItems items() {
        return items.getObject();
    }

    Orders orders() {
        return orders.getObject();
    }

    Routing routing() {
        return routing.getObject();
    }

    /** @param me who looks at it; empty for somebody who has not said so */
    Page page(QueueFilter filter, String me) {
        List<WorkItem> listed =
                filter.items(me).map(asked -> items().list(asked, MOST)).orElse(List.of());
        Map<ItemState, Long> counts = items().counts();
        long waiting = counts.getOrDefault(ItemState.NEW, 0L) + counts.getOrDefault(ItemState.ACKNOWLEDGED, 0L);
        return new Page(
                listed.stream().map(this::view).toList(), filter, choices(filter), waiting, listed.size() == MOST);
    }

    private Choices choices(QueueFilter filter) {
        List<Choice> types = routing().types().stream()
                .map(code -> new Choice(code, chips.of(code).title()))
                .toList();
        List<Choice> owners =
                items().owners().stream().map(name -> new Choice(name, name)).toList();
        List<Choice> states = Stream.of(ItemState.values())
                .map(state -> new Choice(name(state), state.title()))
                .toList();
        return new Choices(
                with(filter.type(), types), with(filter.team(), teams()), with(filter.owner(), owners), states);
    }

    /** All teams that an item can be handed over to. */
    List<Choice> teams() {
        return routing().teams().stream()
                .map(team -> new Choice(team.name(), team.title()))
                .toList();
    }

    /** What was chosen stays chosen, also when it is no longer known. */
    private static List<Choice> with(String chosen, List<Choice> known) {
        boolean isKnown = chosen.isEmpty()
                || chosen.startsWith("@")
                || known.stream().anyMatch(choice -> choice.value().equals(chosen));
        return isKnown
                ? known
                : Stream.concat(known.stream(), Stream.of(new Choice(chosen, chosen)))
                        .toList();
    }

    ItemView view(WorkItem item) {
        String team = item.team() == null ? null : routing().title(item.team());
        return ItemView.of(item, chips.of(item.type()).title(), team, clock.instant());
    }

    private static String name(ItemState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By the name in links and in JSON: {@code too-late}. */
    static Optional<ItemState> state(@Nullable String name) {
        return Stream.of(ItemState.values())
                .filter(state -> name(state).equals(name))
                .findFirst();
    }
}
