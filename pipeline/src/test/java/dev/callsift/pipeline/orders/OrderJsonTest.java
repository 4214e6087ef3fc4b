package dev.callsift.pipeline.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OrderJsonTest {

    private static final OrderSettings INDIA = new OrderSettings("IN", "Asia/Kolkata", Map.of());

    @Test
    void readsAnOrderWhoseNumberIsInTheAddress() {
        Order order = read("CS-44119", """
                {"phones": ["98450 12377"], "dispatch-cutoff": "2026-11-21T17:00:00+05:30", "status": "packed",
                 "items": [{"name": "kurta", "size": "M"}], "amount": 1299.5, "currency": "INR", "courier": null}
                """);

        assertThat(order.number().plain()).isEqualTo("CS44119");
        assertThat(order.phones()).containsExactly("+919845012377");
        assertThat(order.dispatchCutoff()).isEqualTo(Instant.parse("2026-11-21T11:30:00Z"));
        assertThat(order.items()).isEqualTo("kurta M");
        assertThat(order.courier()).isNull();
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> read("A1", """
                {"number": "A2", "colour": "red", "placed": "yesterday", "amount": "ten"}
                """))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'colour' is no field of an order")
                .hasMessageContaining("'A2' is not the order of this address")
                .hasMessageContaining("'yesterday' is no time")
                .hasMessageContaining("'ten' is no number");
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThatThrownBy(() -> read("A1", "[1]")).hasMessageContaining("no JSON object");
        assertThatThrownBy(() -> read("A1", "{\"status\"")).hasMessageContaining("no JSON");
    }

    private static Order read(String number, String body) {
        return OrderJson.read(number, body.getBytes(StandardCharsets.UTF_8), INDIA);
    }
}
