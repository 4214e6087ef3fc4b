package dev.callsift.pipeline.operations;

import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.orders.Order;
import dev.callsift.pipeline.orders.OrderFinder;
import dev.callsift.pipeline.orders.OrderLink;
import dev.callsift.pipeline.outbox.Outbox;
import dev.callsift.pipeline.routing.Routed;
import dev.callsift.pipeline.routing.Routing;
import dev.callsift.pipeline.routing.Team;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.CancellationOutcome;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.verdict.Verdict;
import dev.callsift.pipeline.verdict.Verdicts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The queue of what callers want done. A call that is tagged again never asks twice: an item that a person has touched stays as it is,
 * one that nobody has touched follows the tags. Changes by people name the version they were made on, so that nobody's is lost.
 * Thread-safe; takes part in the caller's transaction where there is one.
 */
public final class WorkItems {

    /** How the evidence of an order begins that a person set. */
    static final String SAID_BY = "said by ";

    /** Who did what the machine did. */
    public static final String MACHINE = "callsift";

    /** Older ones without an order are not looked at again: their parcels have left. */
    private static final int MOST_LINKED = 1_000;

    private final ItemMessages messages;
    private final ItemRows rows;
    private final OrderFinder orders;
    private final ItemRouter router;
    private final Verdicts verdicts;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    /** @param channels names of configured channels that are told of whatever is new or changed; teams may have their own */
    public WorkItems(
            JdbcClient database,
            PlatformTransactionManager transactions,
            OrderFinder orders,
            Routing routing,
            List<String> channels,
            InstantSource clock) {
        this.messages = new ItemMessages(new Outbox(database, transactions, clock), channels, routing);
        this.rows = new ItemRows(database);
        this.orders = orders;
        this.router = new ItemRouter(routing);
        this.verdicts = new Verdicts(database);
        this.ledger = new Ledger(database, transactions, clock);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Brings the items of a call in line with its tags. */
    public void follow(Transcript call, CallTags tags) {
        transaction.executeWithoutResult(status -> {
            Map<String, WorkItem> known =
                    rows.ofCall(call.id()).stream().collect(Collectors.toMap(WorkItem::type, Function.identity()));
            List<Wanted> wanted = Wanted.of(tags);
            for (Wanted each : wanted) {
                follow(call, each, known.get(each.type()));
            }
            known.values().stream()
                    .filter(item -> isUntouched(item)
                            && wanted.stream().noneMatch(each -> each.type().equals(item.type())))
                    .forEach(item -> change(item, ItemState.WITHDRAWN, null, MACHINE, "the call no longer shows it"));
            rows.tellOutcome(call.id(), CancellationOutcome.of(tags) == CancellationOutcome.CANCELLED);
        });
    }

    private void follow(Transcript call, Wanted wanted, @Nullable WorkItem known) {
        Instant now = clock.instant();
        OrderLink link = orders.find(wanted.order(), call.call().customerNumber());
        Routed routed = router.route(call, wanted, link.order(), now);
        if (known == null) {
            long id = rows.add(call, wanted, link, routed, now);
            rows.tell(id, new ItemEvent(now, MACHINE, ItemState.NEW, routed.rule() == 0 ? null : router.told(routed)));
            messages.created(() -> rows.find(id).orElseThrow(), now);
        } else if (known.state() == ItemState.WITHDRAWN) {
            rows.replace(known, wanted, link, routed, now);
            change(known, ItemState.NEW, null, MACHINE, "the call shows it again");
        } else if (isUntouched(known)) {
            replace(known, wanted, link, routed, now);
        }
    }

    /** Whoever has read what it was before must not decide on what it is now: that is another version. */
    private void replace(WorkItem known, Wanted wanted, OrderLink link, Routed routed, Instant now) {
        if (!rows.replace(known, wanted, link, routed, now)) {
            return;
        }
        WorkItem replaced = rows.find(known.id()).orElseThrow();
        if (!replaced.equals(known)) {
            boolean says = replaced.says(known);
            change(
                    replaced,
                    ItemState.NEW,
                    null,
                    MACHINE,
                    says ? router.told(routed) : "the call says something else now");
        }
    }

    /** Also who only sets the order right has touched it. */
    private static boolean isUntouched(WorkItem item) {
        return item.state() == ItemState.NEW && item.seenAt() == null;
    }

    /** Those that a filter lets through: by the time that is left until the order leaves, then the oldest first. */
    public List<WorkItem> list(ItemFilter filter, int most) {
        return rows.list(filter, most);
    }

    /** How many are in each state. */
    public Map<ItemState, Long> counts() {
        return rows.counts();
    }

    /** Those that take care of open items. */
    public List<String> owners() {
        return rows.owners();
    }

    public Optional<WorkItem> find(long id) {
        return rows.find(id);
    }

    /** What happened to an item, in the order of time. */
    public List<ItemEvent> history(long id) {
        return rows.history(id);
    }

    /** When any item was last changed; the beginning of time when there is none. */
    public Instant lastChange() {
        return rows.lastChange();
    }

    /**
     * Moves an item, on behalf of a person or of another system.
     *
     * @param who does it; becomes the owner of what is acknowledged
     * @param expectedVersion the version it was decided on
     * @return the item as it is now; empty when there is no such item
     * @throws StaleItemException when somebody else has changed it meanwhile
     * @throws IllegalArgumentException when the state is not for people to give
     */
    public Optional<WorkItem> move(long id, ItemState to, String who, @Nullable String note, int expectedVersion) {
        if (!to.isOfPeople()) {
            throw new IllegalArgumentException("an item cannot be made " + to.title() + " by hand");
        }
        return transaction.execute(status -> rows.find(id).map(item -> {
            if (item.version() != expectedVersion
                    || !change(item, to, to == ItemState.ACKNOWLEDGED ? who : item.owner(), who, note)) {
                throw new StaleItemException(rows.find(id).orElse(item));
            }
            judge(item, to, who);
            return rows.find(id).orElseThrow();
        }));
    }

    /** Says by hand which order an item is about. */
    public Optional<WorkItem> setOrder(long id, String order, String who, int expectedVersion) {
        return transaction.execute(status -> rows.find(id).map(item -> {
            if (item.version() != expectedVersion || !rows.setOrder(item, order, SAID_BY + who, clock.instant())) {
                throw new StaleItemException(rows.find(id).orElse(item));
            }
            rows.tell(id, new ItemEvent(clock.instant(), who, item.state(), "order " + order));
            messages.changed(() -> rows.find(id).orElseThrow(), null, clock.instant());
            ledger.toIndexAgain(item.callId());
            return rows.find(id).orElseThrow();
        }));
    }

    /**
     * Hands an item over to another team, on behalf of a person. Rules no longer move it; one that was acknowledged is new to the
     * other team.
     *
     * @param team name of one that items can be for
     * @return the item as it is now; empty when there is no such item
     * @throws StaleItemException when somebody else has changed it meanwhile
     * @throws IllegalArgumentException when there is no such team, or the item is for it already
     */
    public Optional<WorkItem> handOver(long id, String team, String who, @Nullable String note, int expectedVersion) {
        Team to = router.routing()
                .team(team)
                .orElseThrow(() -> new IllegalArgumentException("there is no team '" + team + "'"));
        return transaction.execute(status -> rows.find(id).map(item -> {
            if (item.version() != expectedVersion) {
                throw new StaleItemException(item);
            }
            if (to.name().equals(item.team())) {
                throw new IllegalArgumentException("the item is for " + to.title() + " already");
            }
            String why = "to " + to.title() + (note == null ? "" : ": " + note);
            if (!give(item, to.name(), who, why)) {
                throw new StaleItemException(rows.find(id).orElse(item));
            }
            return rows.find(id).orElseThrow();
        }));
    }

    private boolean give(WorkItem item, @Nullable String team, String who, String why) {
        Instant now = clock.instant();
        if (!rows.setTeam(item, team, !who.equals(MACHINE), now)) {
            return false;
        }
        ItemState state = item.state() == ItemState.ACKNOWLEDGED ? ItemState.NEW : item.state();
        rows.tell(item.id(), new ItemEvent(now, who, state, why));
        messages.changed(() -> rows.find(item.id()).orElseThrow(), item.team(), now);
        return true;
    }

    /** Open items of an order that was told anew show what is known of it now; those that nobody has touched are routed again. */
    public void orderTold(Order order) {
        if (!rows.touch(order.number().plain(), clock.instant())) {
            return;
        }
        rows.untouchedOf(order.number().plain()).forEach(item -> {
            Routed routed = router.route(item, order, clock.instant());
            if (!Objects.equals(routed.team(), item.team())) {
                give(item, routed.team(), MACHINE, router.told(routed));
            }
        });
    }

    /**
     * Looks for the orders of open items again, after orders were told. Items that a person has touched stay as they are.
     *
     * @return how many are linked now
     */
    public int linkAgain() {
        return transaction.execute(status -> {
            int linked = 0;
            for (WorkItem item : rows.withoutOrder(MOST_LINKED)) {
                linked += linkAgain(item) ? 1 : 0;
            }
            return linked;
        });
    }

    private boolean linkAgain(WorkItem item) {
        Instant now = clock.instant();
        OrderLink link = orders.find(item.orderSpoken(), item.customerNumber());
        Order order = link.order();
        if (order == null) {
            return false;
        }
        Routed routed = router.route(item, order, now);
        if (!rows.link(item, order.number().plain(), link.evidence(), routed.team(), now)) {
            return false;
        }
        boolean stays = Objects.equals(routed.team(), item.team());
        String note = "order " + order.number().written() + (stays ? "" : "; " + router.told(routed));
        rows.tell(item.id(), new ItemEvent(now, MACHINE, item.state(), note));
        messages.changed(() -> rows.find(item.id()).orElseThrow(), item.team(), now);
        ledger.toIndexAgain(item.callId());
        return true;
    }

    private boolean change(WorkItem item, ItemState to, @Nullable String owner, String who, @Nullable String note) {
        Instant now = clock.instant();
        if (!rows.move(item, to, owner, !who.equals(MACHINE), now)) {
            return false;
        }
        rows.tell(item.id(), new ItemEvent(now, who, to, note));
        messages.changed(() -> rows.find(item.id()).orElseThrow(), null, now);
        return true;
    }

    /** What is no request is a wrong tag, which counts for the tag's precision, and which searches must no longer find. */
    private void judge(WorkItem item, ItemState to, String who) {
        if (to == ItemState.NOT_A_REQUEST) {
            verdicts.record(new Verdict(
                    item.callId(),
                    item.type(),
                    Verdict.Kind.REJECTED,
                    null,
                    null,
                    item.startMs(),
                    item.endMs(),
                    who,
                    clock.instant()));
            ledger.toIndexAgain(item.callId());
        }
    }
}
