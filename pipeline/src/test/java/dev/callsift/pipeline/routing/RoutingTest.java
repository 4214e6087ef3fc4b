package dev.callsift.pipeline.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.models.language.Taxonomy;
import dev.callsift.pipeline.orders.OrderSettings;
import dev.callsift.pipeline.recording.SettingsException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RoutingTest {

    private static final Taxonomy TAXONOMY = Taxonomy.english();
    private static final OrderSettings ORDERS = new OrderSettings("IN", "UTC", Map.of());
    private static final List<TeamSettings> TEAMS =
            List.of(new TeamSettings("first", "The first", "chat"), new TeamSettings("second", null, null));
    private static final ItemFacts FACTS = new ItemFacts("modify.size", "Sales", "98765 43210", 0.8, OrderState.PLACED);
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void theFirstRuleThatHoldsDecides() {
        Routing routing = routing(
                rule("first", List.of("modify.address"), List.of(), List.of(), List.of()),
                rule("second", List.of("modify.size"), List.of(), List.of(), List.of()),
                rule("first", List.of(), List.of(), List.of(), List.of()));

        assertThat(routing.route(FACTS)).isEqualTo(new Routed("second", 2, "modify.size"));
        assertThat(routing.route(FACTS).reason()).isEqualTo("rule 2: modify.size");
    }

    @Test
    void whereNoneHoldsTheOwnerOfTheTypeTakesIt() {
        assertThat(routing().route(FACTS).team()).isEqualTo("Order desk");
        ItemFacts unknown = new ItemFacts("modify.unheard-of", null, null, 1, OrderState.UNKNOWN);
        assertThat(routing().route(unknown).team()).isNull();
    }

    @Test
    void allConditionsOfARuleMustBeMet() {
        RuleSettings rule = rule("first", List.of("modify.size"), List.of("sales"), List.of("IN"), List.of("placed"));

        assertThat(routing(rule).route(FACTS).why()).isEqualTo("modify.size, queue sales, number of IN, order placed");
        assertThat(routing(rule)
                        .route(new ItemFacts("modify.size", "Sales", "98765 43210", 0.8, OrderState.SHIPPED))
                        .rule())
                .isZero();
        assertThat(routing(rule)
                        .route(new ItemFacts("modify.size", null, "98765 43210", 0.8, OrderState.PLACED))
                        .rule())
                .isZero();
    }

    @Test
    void numbersAreOfTheirCountryOrBeginAlike() {
        assertThat(isOf("IN", "98765 43210")).isTrue();
        assertThat(isOf("+9198", "098765-43210")).isTrue();
        assertThat(isOf("GB", "+44 20 7946 0958")).isTrue();
        assertThat(isOf("+4420", "+44 20 7946 0958")).isTrue();
        assertThat(isOf("GB", "442079460958")).as("without the plus").isTrue();
        assertThat(isOf("GB", "98765 43210")).isFalse();
        assertThat(isOf("+4420", "+44 161 496 0000")).isFalse();
        assertThat(isOf("IN", "ext 12")).isFalse();
        assertThat(isOf("IN", null)).isFalse();
    }

    @Test
    void confidenceIsWithinBothEnds() {
        assertThat(isSure(0.5, 0.8, 0.8)).isTrue();
        assertThat(isSure(0.5, 0.8, 0.5)).isTrue();
        assertThat(isSure(0.5, 0.8, 0.81)).isFalse();
        assertThat(isSure(0.5, null, 0.49)).isFalse();
        assertThat(isSure(null, 0.5, 0.2)).isTrue();
    }

    @Test
    void everyProblemIsToldAtOnce() {
        var settings = new RoutingSettings(
                List.of(
                        new TeamSettings("first", null, "pigeon"),
                        new TeamSettings("first", null, null),
                        new TeamSettings(null, null, null)),
                List.of(
                        new RuleSettings(
                                "nobody", List.of("modify.sise"), List.of(), List.of("XX"), 2.0, null, List.of("lost")),
                        new RuleSettings("first", List.of(), List.of(), List.of(), 0.8, 0.5, List.of())));

        assertThatThrownBy(() -> new Routing(settings, TAXONOMY, ORDERS, List.of("chat")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("callsift.routing.teams[0].channel is 'pigeon'; it must be one of the channels")
                .hasMessageContaining("callsift.routing.teams[1].name is 'first'")
                .hasMessageContaining("callsift.routing.teams[2].name is not set")
                .hasMessageContaining("callsift.routing.rules[0].team is 'nobody'")
                .hasMessageContaining("callsift.routing.rules[0].types is 'modify.sise'")
                .hasMessageContaining("callsift.routing.rules[0].regions is 'XX'")
                .hasMessageContaining("callsift.routing.rules[0].min-confidence is '2.0'")
                .hasMessageContaining("callsift.routing.rules[0].orders is 'lost'")
                .hasMessageContaining("callsift.routing.rules[1].max-confidence is '0.5'");
    }

    @Test
    void anOwnerOfTheTaxonomyIsATeamWithoutBeingConfigured() {
        Routing routing = routing(rule("Payments", List.of(), List.of(), List.of(), List.of()));

        assertThat(routing.route(FACTS).team()).isEqualTo("Payments");
        assertThat(routing.teams())
                .extracting(Team::name)
                .startsWith("first", "second")
                .contains("Order desk");
        assertThat(routing.title("first")).isEqualTo("The first");
        assertThat(routing.title("gone")).isEqualTo("gone");
        assertThat(routing.types()).contains("cancel.requested", "modify.size").doesNotContain("topic.callback");
    }

    @Test
    void anOrderIsAsFarAsWhatHasHappenedToIt() {
        Instant before = NOW.minusSeconds(1);
        Instant later = NOW.plusSeconds(1);
        assertThat(OrderState.at(NOW, null, null, null, null)).isEqualTo(OrderState.PLACED);
        assertThat(OrderState.at(NOW, later, later, null, null)).isEqualTo(OrderState.PLACED);
        assertThat(OrderState.at(NOW, before, null, null, null)).isEqualTo(OrderState.PAST_CUT_OFF);
        assertThat(OrderState.at(NOW, before, before, null, null)).isEqualTo(OrderState.SHIPPED);
        assertThat(OrderState.at(NOW, before, before, before, null)).isEqualTo(OrderState.DELIVERED);
        assertThat(OrderState.at(NOW, before, before, before, before)).isEqualTo(OrderState.CANCELLED);
    }

    private static boolean isOf(String region, @Nullable String number) {
        RuleSettings rule = rule("first", List.of(), List.of(), List.of(region), List.of());
        return routing(rule)
                        .route(new ItemFacts("modify.size", null, number, 0.8, OrderState.PLACED))
                        .rule()
                == 1;
    }

    private static boolean isSure(@Nullable Double least, @Nullable Double greatest, double confidence) {
        RuleSettings rule = new RuleSettings("first", List.of(), List.of(), List.of(), least, greatest, List.of());
        return routing(rule)
                        .route(new ItemFacts("modify.size", null, null, confidence, OrderState.PLACED))
                        .rule()
                == 1;
    }

    private static RuleSettings rule(
            String team, List<String> types, List<String> queues, List<String> regions, List<String> orders) {
        return new RuleSettings(team, types, queues, regions, null, null, orders);
    }

    private static Routing routing(RuleSettings... rules) {
        return new Routing(new RoutingSettings(TEAMS, List.of(rules)), TAXONOMY, ORDERS, List.of("chat"));
    }
}
