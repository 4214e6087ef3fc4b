package dev.callsift.pipeline.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On both databases; see its subclasses. */
abstract class OrdersTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String CALLER = "098450 12377";
    private static final String PHONE = "+919845012377";

    private Orders orders;
    private OrderFinder finder;

    /** An empty one. */
    abstract DataSource database();

    @BeforeEach
    void open() {
        orders = new Orders(JdbcClient.create(database()), InstantSource.fixed(NOW));
        finder = new OrderFinder(orders, new OrderSettings("IN", "UTC", Map.of()));
    }

    @Test
    void theLastWordOnAnOrderCounts() {
        put("CS-44119", PHONE, null);
        put("CS-44119", "+919999999999", NOW);

        assertThat(orders.count()).isEqualTo(1);
        Order known = orders.find("cs 44119").orElseThrow();
        assertThat(known.phones()).containsExactly("+919999999999");
        assertThat(known.deliveredAt()).isEqualTo(NOW);
        assertThat(orders.ofPhone(PHONE)).isEmpty();
    }

    @Test
    void findsTheOrderWhoseNumberIsSaid() {
        put("CS-44119", "+911234567890", null);

        OrderLink link = finder.find("cs44119", CALLER);

        assertThat(number(link)).isEqualTo("CS-44119");
        assertThat(link.evidence()).isEqualTo("the number was said");
    }

    @Test
    void forgivesMoreForAnOrderOfTheCaller() {
        put("CS-44119", PHONE, null);
        put("CS-44190", "+911234567890", null);

        assertThat(number(finder.find("CS4419", CALLER))).isEqualTo("CS-44119");
        assertThat(number(finder.find("4119", CALLER))).isEqualTo("CS-44119");
    }

    @Test
    void forgivesOneCharacterForTheOrderOfAnybody() {
        put("CS-44119", "+911234567890", null);

        assertThat(number(finder.find("CS441119", null))).isEqualTo("CS-44119");
        assertThat(number(finder.find("CS44118", CALLER))).isEqualTo("CS-44119");
        assertThat(number(finder.find("CS44008", CALLER))).isNull();
    }

    @Test
    void saysWhenItIsNotClear() {
        put("CS-44119", "+911234567890", null);
        put("CS-44117", "+911234567891", null);

        OrderLink link = finder.find("CS44118", CALLER);

        assertThat(link.order()).isNull();
        assertThat(link.candidates()).hasSize(2);
        assertThat(link.evidence()).contains("fits several orders", "CS-44117", "CS-44119");
    }

    @Test
    void withoutANumberTheOnlyOpenOrderOfTheCallerIsMeant() {
        put("A-1", PHONE, NOW);
        put("A-2", PHONE, null);

        assertThat(number(finder.find(null, CALLER))).isEqualTo("A-2");
        put("A-3", PHONE, null);
        assertThat(finder.find(null, CALLER).evidence()).contains("several open orders", "A-2", "A-3");
        assertThat(finder.find(null, "202").order()).isNull();
    }

    private static @Nullable String number(OrderLink link) {
        Order order = link.order();
        return order == null ? null : order.number().written();
    }

    private void put(String number, String phone, @Nullable Instant delivered) {
        orders.put(SampleOrder.of(number)
                .by(phone)
                .placed(NOW)
                .delivered(delivered)
                .order());
    }
}
