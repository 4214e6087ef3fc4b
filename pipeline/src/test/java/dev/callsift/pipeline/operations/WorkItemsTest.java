package dev.callsift.pipeline.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.models.language.Taxonomy;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.index.OrderFacts;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.ledger.RecordingState;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.metadata.Direction;
import dev.callsift.pipeline.orders.Order;
import dev.callsift.pipeline.orders.OrderFinder;
import dev.callsift.pipeline.orders.OrderSettings;
import dev.callsift.pipeline.orders.Orders;
import dev.callsift.pipeline.orders.SampleOrder;
import dev.callsift.pipeline.routing.OrderState;
import dev.callsift.pipeline.routing.Routed;
import dev.callsift.pipeline.routing.Routing;
import dev.callsift.pipeline.routing.RoutingSettings;
import dev.callsift.pipeline.routing.RuleSettings;
import dev.callsift.pipeline.routing.TeamSettings;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.PlainTurns;
import dev.callsift.pipeline.tagging.Tagger;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.verdict.Verdict;
import dev.callsift.pipeline.verdict.Verdicts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** On both databases; see its subclasses. */
abstract class WorkItemsTest {

    private static final String CALL = "0123456789abcdef";
    private static final Tagger TAGGER = Tagger.of(Taxonomy.english());
    private static final String SIZE = """
            customer: my order number is c s four four one one nine
            customer: please change the size from medium to large
            agent: okay i have changed it to large
            """;
    private static final String ADDRESS = """
            customer: please change the delivery address to twelve park street
            agent: okay i have changed the address
            """;
    private static final String CANCEL = """
            customer: please cancel my order
            agent: i will look into it
            """;

    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private JdbcClient database;
    private Orders orders;
    private WorkItems items;
    private OrderUpdates updates;
    private CallOrders calls;
    private Ledger ledger;
    private RoutingTrial trial;

    /** An empty one. */
    abstract DataSource database();

    @BeforeEach
    void open() {
        DataSource source = database();
        InstantSource clock = () -> now;
        database = JdbcClient.create(source);
        orders = new Orders(database, clock);
        var finder = new OrderFinder(orders, new OrderSettings("IN", "UTC", Map.of()));
        var transactions = new DataSourceTransactionManager(source);
        items = new WorkItems(database, transactions, finder, routing(), List.of("orders"), clock);
        trial = new RoutingTrial(database, routing());
        calls = new CallOrders(database, orders, finder);
        ledger = new Ledger(database, transactions, clock);
        updates = new OrderUpdates(orders, items, calls, ledger, transactions);
    }

    /** What is asked for of an order that is known to have been sent goes to couriers, changes of address to addresses. */
    private static Routing routing() {
        TeamSettings couriers = new TeamSettings("couriers", "Couriers", "courier-desk");
        TeamSettings addresses = new TeamSettings("addresses", null, "address-desk");
        RuleSettings sent =
                new RuleSettings("couriers", List.of(), List.of(), List.of(), null, null, List.of("shipped"));
        RuleSettings address =
                new RuleSettings("addresses", List.of("modify.address"), List.of(), List.of(), null, null, List.of());
        return new Routing(
                new RoutingSettings(List.of(couriers, addresses), List.of(sent, address)),
                Taxonomy.english(),
                new OrderSettings("IN", "UTC", Map.of()),
                List.of("courier-desk", "address-desk"));
    }

    @Test
    void anItemIsForTheTeamOfTheFirstRuleThatHolds() {
        follow(CALL, ADDRESS);
        assertThat(only().team()).isEqualTo("addresses");
        assertThat(items.history(only().id()))
                .extracting(ItemEvent::note)
                .containsExactly("to addresses, rule 2: modify.address");
        assertThat(toldTo()).containsExactlyInAnyOrder("orders", "address-desk");
    }

    @Test
    void whereNoRuleHoldsItIsForTheOwnerOfItsType() {
        follow(CALL, SIZE);
        assertThat(only().team()).isEqualTo("Order desk");
        assertThat(toldTo()).containsExactly("orders");
    }

    @Test
    void anItemNobodyHasTouchedIsRoutedAgainWhenItsOrderBecomesKnown() {
        follow(CALL, SIZE);
        updates.put(shipped("CS-44119"));
        updates.linkAgain();

        assertThat(only().team()).isEqualTo("couriers");
        assertThat(items.history(only().id()))
                .extracting(ItemEvent::note)
                .last()
                .isEqualTo("order CS-44119; to Couriers, rule 1: order shipped");
        assertThat(toldTo()).containsExactlyInAnyOrder("orders", "orders", "courier-desk");
    }

    @Test
    void anItemNobodyHasTouchedIsRoutedAgainWhenItsOrderLeaves() {
        updates.put(order("CS-44119", null));
        follow(CALL, SIZE);
        assertThat(only().team()).isEqualTo("Order desk");
        updates.put(shipped("CS-44119"));

        assertThat(only().team()).isEqualTo("couriers");
        assertThat(only().seenAt()).isNull();
    }

    @Test
    void whatSomebodyHandedOverStaysWithThatTeam() {
        updates.put(order("CS-44119", null));
        follow(CALL, SIZE);
        WorkItem before = only();
        items.handOver(before.id(), "addresses", "Asha", "it is about the address", before.version());
        updates.put(shipped("CS-44119"));
        follow(CALL, SIZE);

        WorkItem item = only();
        assertThat(item.team()).isEqualTo("addresses");
        assertThat(item.seenAt()).isEqualTo(now);
        assertThat(items.history(item.id())).last().satisfies(event -> {
            assertThat(event.who()).isEqualTo("Asha");
            assertThat(event.note()).isEqualTo("to addresses: it is about the address");
        });
    }

    @Test
    void whatIsHandedOverWaitsForSomebodyOfTheOtherTeam() {
        follow(CALL, SIZE);
        items.move(only().id(), ItemState.ACKNOWLEDGED, "Asha", null, 1);
        items.handOver(only().id(), "addresses", "Asha", null, 2);
        follow(CALL, CANCEL);

        WorkItem item = items.list(filter(null, "addresses", 0), 10).getFirst();
        assertThat(item.state()).isEqualTo(ItemState.NEW);
        assertThat(item.owner()).isNull();
        assertThat(items.history(item.id()))
                .extracting(ItemEvent::state)
                .containsExactly(ItemState.NEW, ItemState.ACKNOWLEDGED, ItemState.NEW);
    }

    @Test
    void bothTeamsAreToldOfAnItemThatIsHandedOver() {
        follow(CALL, ADDRESS);
        items.handOver(only().id(), "couriers", "Asha", null, 1);

        assertThat(toldTo())
                .containsExactlyInAnyOrder("orders", "address-desk", "orders", "courier-desk", "address-desk");
    }

    @Test
    void ofTwoPeopleWhoHandAnItemOverTheSecondIsTold() {
        follow(CALL, SIZE);
        WorkItem seenByBoth = only();
        items.handOver(seenByBoth.id(), "addresses", "Asha", null, seenByBoth.version());

        assertThatThrownBy(() -> items.handOver(seenByBoth.id(), "couriers", "Ben", null, seenByBoth.version()))
                .isInstanceOf(StaleItemException.class);
        assertThat(only().team()).isEqualTo("addresses");
    }

    @Test
    void anItemGoesToNoTeamThatThereIsNotAndToNoneTwice() {
        follow(CALL, SIZE);
        long id = only().id();

        assertThatThrownBy(() -> items.handOver(id, "gardeners", "Asha", null, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gardeners");
        assertThatThrownBy(() -> items.handOver(id, "Order desk", "Asha", null, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("already");
        assertThat(items.handOver(99, "couriers", "Asha", null, 1)).isEmpty();
    }

    @Test
    void itemsFromBeforeThereWereTeamsGetOneWhenTheirCallIsTaggedAgain() {
        follow(CALL, SIZE);
        database.sql("update work_item set team = null").update();
        follow(CALL, SIZE);

        assertThat(only().team()).isEqualTo("Order desk");
        assertThat(items.history(only().id()))
                .extracting(ItemEvent::note)
                .last()
                .isEqualTo("to Order desk, owner of the type");
    }

    @Test
    void aTrialTellsWhereItemsWouldHaveGoneAndChangesNone() {
        updates.put(order("CS-44119", null));
        follow(CALL, SIZE);
        now = now.plusSeconds(3_600);
        follow("aaaaaaaaaaaaaaaa", ADDRESS);
        database.sql("update work_item set team = 'couriers'").update();

        List<TriedItem> tried = trial.of(now.minusSeconds(7_200), now.plusSeconds(1), 10);
        assertThat(tried).extracting(TriedItem::type).containsExactly("modify.address", "modify.size");
        assertThat(tried).allMatch(TriedItem::moves);
        assertThat(tried.getFirst().routed().reason()).isEqualTo("rule 2: modify.address");
        assertThat(tried.getLast().routed()).isEqualTo(new Routed("Order desk", 0, "owner of the type"));
        assertThat(tried.getLast().order()).isEqualTo(OrderState.PLACED);
        assertThat(trial.of(now, now.plusSeconds(1), 10)).hasSize(1);
        assertThat(items.list(ItemFilter.OPEN, 10)).extracting(WorkItem::team).containsOnly("couriers");
    }

    @Test
    void itemsAreListedByTeamOwnerStateAndConfidence() {
        follow(CALL, SIZE);
        follow("aaaaaaaaaaaaaaaa", ADDRESS);
        WorkItem size = items.list(filter(null, "Order desk", 0), 10).getFirst();
        items.move(size.id(), ItemState.ACKNOWLEDGED, "Asha", null, size.version());

        assertThat(items.list(filter("Asha", null, 0), 10))
                .extracting(WorkItem::type)
                .containsExactly("modify.size");
        assertThat(items.list(filter("", null, 0), 10))
                .extracting(WorkItem::type)
                .containsExactly("modify.address");
        assertThat(items.list(filter(null, "", 0), 10)).isEmpty();
        assertThat(items.list(filter(null, "Order desk", size.confidence() + 0.001), 10))
                .isEmpty();
        assertThat(items.list(new ItemFilter(null, Set.of(ItemState.ACKNOWLEDGED), null, null, 0), 10))
                .hasSize(1);
        assertThat(items.owners()).containsExactly("Asha");
    }

    private static ItemFilter filter(@Nullable String owner, @Nullable String team, double confidence) {
        return new ItemFilter(null, ItemState.open(), owner, team, confidence);
    }

    private List<String> toldTo() {
        return database.sql("select channel from outbox_message order by sequence")
                .query(String.class)
                .list();
    }

    @Test
    void anOrderThatIsToldLaterIsLinkedToItemsNobodyHasTouched() {
        follow(CALL, SIZE);
        assertThat(only().order()).isNull();
        int version = only().version();

        updates.put(order("CS-44119", Instant.parse("2026-11-20T12:00:00Z")));
        assertThat(updates.linkAgain()).isEqualTo(1);

        assertThat(only().order()).isEqualTo("CS-44119");
        assertThat(only().version()).isGreaterThan(version);
        assertThat(items.history(only().id())).extracting(ItemEvent::note).containsExactly(null, "order CS-44119");
        assertThat(updates.linkAgain()).isZero();
    }

    @Test
    void anOrderThatAPersonHasSetStays() {
        follow(CALL, SIZE);
        items.setOrder(only().id(), "B2", "Priya", only().version());
        updates.put(order("CS-44119", null));

        assertThat(updates.linkAgain()).isZero();
        assertThat(items.find(only().id()).orElseThrow().orderEvidence()).contains("Priya");
    }

    @Test
    void whatIsToldOfAnOrderReachesOpenPages() {
        orders.put(order("CS-44119", Instant.parse("2026-11-20T12:00:00Z")));
        follow(CALL, SIZE);
        now = now.plusSeconds(60);

        updates.put(order("CS-44119", Instant.parse("2026-11-20T15:00:00Z")));

        assertThat(items.lastChange()).isEqualTo(now);
        assertThat(only().dispatchCutoff()).isEqualTo(Instant.parse("2026-11-20T15:00:00Z"));
    }

    @Test
    void aRequestBecomesAnItemWithItsOrder() {
        orders.put(order("CS-44119", Instant.parse("2026-11-20T12:00:00Z")));
        follow(CALL, SIZE);

        WorkItem item = only();
        assertThat(item.type()).isEqualTo("modify.size");
        assertThat(item.state()).isEqualTo(ItemState.NEW);
        assertThat(item.from()).isEqualTo("m");
        assertThat(item.to()).isEqualTo("l");
        assertThat(item.order()).isEqualTo("CS-44119");
        assertThat(item.dispatchCutoff()).isEqualTo(Instant.parse("2026-11-20T12:00:00Z"));
        assertThat(item.answer()).isEqualTo("done");
        assertThat(items.history(item.id())).extracting(ItemEvent::who).containsExactly(WorkItems.MACHINE);
        assertThat(told()).containsExactly("item.created");
    }

    @Test
    void aCancellationThatIsNotDoneBecomesOne() {
        follow(CALL, CANCEL);

        assertThat(only().type()).isEqualTo("cancel.requested");
    }

    @Test
    void theSameCallAgainAsksNothingNew() {
        follow(CALL, SIZE);
        WorkItem first = only();
        follow(CALL, SIZE);

        assertThat(only()).isEqualTo(first);
        assertThat(items.history(first.id())).hasSize(1);
        assertThat(told()).hasSize(1);
    }

    @Test
    void whatIsClosedIsNotOpenedAgain() {
        follow(CALL, SIZE);
        items.move(only().id(), ItemState.DONE, "Asha", null, 1);
        follow(CALL, SIZE);

        assertThat(items.list(ItemFilter.OPEN, 10)).isEmpty();
        assertThat(items.counts()).isEqualTo(Map.of(ItemState.DONE, 1L));
    }

    @Test
    void whatNobodyTouchedIsWithdrawnWhenTheCallNoLongerShowsItAndComesBackWithIt() {
        follow(CALL, SIZE);
        long id = only().id();
        items.follow(transcript(CALL, SIZE), CallTags.none(CALL));
        assertThat(items.find(id).orElseThrow().state()).isEqualTo(ItemState.WITHDRAWN);

        follow(CALL, SIZE);
        assertThat(only().state()).isEqualTo(ItemState.NEW);
        assertThat(items.history(id))
                .extracting(ItemEvent::state)
                .containsExactly(ItemState.NEW, ItemState.WITHDRAWN, ItemState.NEW);
    }

    @Test
    void whatSomebodyTookCareOfStaysWhenTheCallNoLongerShowsIt() {
        follow(CALL, SIZE);
        items.move(only().id(), ItemState.ACKNOWLEDGED, "Asha", "calling back", 1);
        items.follow(transcript(CALL, SIZE), CallTags.none(CALL));

        WorkItem item = only();
        assertThat(item.state()).isEqualTo(ItemState.ACKNOWLEDGED);
        assertThat(item.owner()).isEqualTo("Asha");
        assertThat(item.seenAt()).isEqualTo(now);
    }

    @Test
    void ofTwoPeopleWhoChangeItAtOnceTheSecondIsTold() {
        follow(CALL, SIZE);
        WorkItem seenByBoth = only();
        items.move(seenByBoth.id(), ItemState.ACKNOWLEDGED, "Asha", null, seenByBoth.version());

        assertThatThrownBy(() -> items.move(seenByBoth.id(), ItemState.REFUSED, "Ben", null, seenByBoth.version()))
                .isInstanceOf(StaleItemException.class)
                .hasMessageContaining("acknowledged, by Asha");
        assertThat(only().state()).isEqualTo(ItemState.ACKNOWLEDGED);
        assertThat(items.history(seenByBoth.id())).hasSize(2);
        assertThat(told()).containsExactly("item.created", "item.changed");
    }

    @Test
    void whatIsNoRequestCountsAgainstTheTag() {
        follow(CALL, SIZE);
        items.move(only().id(), ItemState.NOT_A_REQUEST, "Asha", "she only asked", 1);

        assertThat(new Verdicts(database).of(CALL)).singleElement().satisfies(verdict -> {
            assertThat(verdict.code()).isEqualTo("modify.size");
            assertThat(verdict.kind()).isEqualTo(Verdict.Kind.REJECTED);
            assertThat(verdict.reviewer()).isEqualTo("Asha");
        });
    }

    @Test
    void anItemKnowsWhetherItsCallEndedInACancellation() {
        follow(CALL, SIZE);
        assertThat(isOfCancelledCall()).isFalse();
        follow(CALL, SIZE + "customer: then please cancel my order\nagent: okay i have cancelled your order\n");
        assertThat(isOfCancelledCall()).isTrue();
    }

    private boolean isOfCancelledCall() {
        return database.sql("select call_cancelled from work_item where type = 'modify.size'")
                .query(Boolean.class)
                .single();
    }

    @Test
    void aCallWithWhatIsNoRequestWaitsToBeIndexedAgain() {
        follow(CALL, SIZE);
        recording();
        items.move(only().id(), ItemState.NOT_A_REQUEST, "Asha", null, 1);

        assertThat(database.sql("select state from recording where call_id = ?")
                        .param(CALL)
                        .query(String.class)
                        .single())
                .isEqualTo("TAGGED");
    }

    @Test
    void whatLeavesFirstComesFirst() {
        orders.put(order("CS-44119", Instant.parse("2026-11-20T12:00:00Z")));
        follow("aaaaaaaaaaaaaaaa", CANCEL);
        now = now.plusSeconds(60);
        follow("bbbbbbbbbbbbbbbb", SIZE);

        assertThat(items.list(ItemFilter.OPEN, 10))
                .extracting(WorkItem::callId)
                .containsExactly("bbbbbbbbbbbbbbbb", "aaaaaaaaaaaaaaaa");
        assertThat(items.lastChange()).isEqualTo(now);
    }

    @Test
    void aPersonSaysWhichOrderItIs() {
        orders.put(order("CS-44119", Instant.parse("2026-11-20T12:00:00Z")));
        follow(CALL, CANCEL);
        items.setOrder(only().id(), "CS44119", "Asha", 1);

        assertThat(only().order()).isEqualTo("CS-44119");
        assertThat(only().orderEvidence()).isEqualTo("said by Asha");
    }

    @Test
    void whatAPersonSaidOfTheOrderStaysWhenTheCallIsTaggedAgain() {
        orders.put(order("CS-44119", null));
        orders.put(order("CS-99999", null));
        follow(CALL, SIZE);
        items.setOrder(only().id(), "CS99999", "Asha", 1);
        WorkItem said = only();
        follow(CALL, SIZE);
        items.follow(transcript(CALL, SIZE), CallTags.none(CALL));

        assertThat(only()).isEqualTo(said);
        assertThat(said.order()).isEqualTo("CS-99999");
    }

    @Test
    void whoReadWhatItWasBeforeCannotDecideOnWhatItIsNow() {
        follow(CALL, SIZE);
        WorkItem before = only();
        follow(CALL, SIZE.replace("to large", "to extra large"));

        assertThat(only().to()).isEqualTo("xl");
        assertThatThrownBy(() -> items.move(before.id(), ItemState.DONE, "Asha", null, before.version()))
                .isInstanceOf(StaleItemException.class);
        assertThat(items.history(before.id())).hasSize(2);
        assertThat(told()).containsExactly("item.created", "item.changed");
    }

    @Test
    void nobodyMakesAnItemNewAgain() {
        follow(CALL, SIZE);

        assertThatThrownBy(() -> items.move(only().id(), ItemState.WITHDRAWN, "Asha", null, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("withdrawn");
        assertThat(items.move(99, ItemState.DONE, "Asha", null, 1)).isEmpty();
    }

    @Test
    void aCallIsIndexedAgainOnceItsOrderIsTold() {
        recording();
        assertThat(facts(SIZE)).isEqualTo(OrderFacts.NONE);

        updates.put(goods("CS-44119", "2 x Kettle; Tea cosy", "Blue Dart"));

        assertThat(state()).isEqualTo(RecordingState.TAGGED);
        assertThat(facts(SIZE)).isEqualTo(new OrderFacts("CS44119", List.of("Kettle", "Tea cosy"), "Blue Dart"));
        assertThat(calls.find(CALL)).map(Order::courier).contains("Blue Dart");
    }

    @Test
    void onlyWhatTheIndexKnowsOfAnOrderPutsItsCallsBack() {
        updates.put(goods("CS-44119", "Kettle", "Blue Dart"));
        facts(SIZE);
        recording();

        updates.put(goods("CS-44119", "Kettle", "Blue Dart"));
        assertThat(state()).isEqualTo(RecordingState.INDEXED);

        updates.put(goods("CS-44119", "Kettle", "DTDC"));
        assertThat(state()).isEqualTo(RecordingState.TAGGED);
    }

    @Test
    void theOrderThatAPersonSetIsTheCallsOrder() {
        updates.put(goods("CS-44119", "Kettle", null));
        updates.put(goods("CS-70007", "Toaster", null));
        recording();
        follow(CALL, SIZE);

        items.setOrder(only().id(), "CS70007", "Asha", only().version());

        assertThat(state()).isEqualTo(RecordingState.TAGGED);
        assertThat(facts(SIZE).products()).containsExactly("Toaster");
    }

    @Test
    void aCallIsIndexedAgainOnceAnOrderOfItsCallerIsTold() {
        recording();
        Transcript said = transcript(CALL, "customer: where is my parcel");
        Transcript call = new Transcript(
                said.schemaVersion(),
                said.id(),
                said.recording(),
                new CallMetadata(null, null, null, "098200 12345", Direction.INBOUND, null),
                said.audio(),
                said.speechModel(),
                said.utterances());
        assertThat(calls.of(call, CallTags.none(CALL))).isEqualTo(OrderFacts.NONE);

        updates.put(goods("CS-44119", "Kettle", null, "+919820012345"));

        assertThat(state()).isEqualTo(RecordingState.TAGGED);
        assertThat(calls.of(call, CallTags.none(CALL)).products()).containsExactly("Kettle");
    }

    private OrderFacts facts(String turns) {
        Transcript transcript = transcript(CALL, turns);
        return calls.of(transcript, TAGGER.tag(transcript));
    }

    private RecordingState state() {
        return ledger.findById(CALL).orElseThrow().state();
    }

    private static Order goods(String number, String goods, @Nullable String courier, String... phones) {
        return SampleOrder.of(number).by(phones).goods(goods, courier).order();
    }

    /** That the item's call is of, already indexed. */
    private void recording() {
        database.sql(
                        "insert into recording (call_id, recording_key, etag, size_bytes, last_modified, state, discovered_at)"
                                + " values (?, 'a.wav', 'e', 1, ?, 'INDEXED', ?)")
                .param(CALL)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What waits in the outbox. */
    private List<String> told() {
        return database.sql("select topic from outbox_message order by sequence")
                .query(String.class)
                .list();
    }

    private WorkItem only() {
        List<WorkItem> all = items.list(ItemFilter.OPEN, 10);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private void follow(String call, String turns) {
        Transcript transcript = transcript(call, turns);
        items.follow(transcript, TAGGER.tag(transcript));
    }

    private static Transcript transcript(String call, String turns) {
        return PlainTurns.transcript(call, PlainTurns.parse(turns, Speaker.CUSTOMER));
    }

    private Order shipped(String number) {
        return order(number, null, now.minusSeconds(60));
    }

    private static Order order(String number, @Nullable Instant cutoff) {
        return order(number, cutoff, null);
    }

    private static Order order(String number, @Nullable Instant cutoff, @Nullable Instant shipped) {
        return SampleOrder.of(number).cutOff(cutoff).shipped(shipped).order();
    }
}
