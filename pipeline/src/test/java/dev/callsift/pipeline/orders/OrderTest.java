package dev.callsift.pipeline.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Kettle # Kettle",
                "2 x Kettle; Tea cosy x3 # Kettle,Tea cosy",
                "Shirt, blue, L | Shirt, blue, M # Shirt, blue, L,Shirt, blue, M",
                "Kettle;Kettle; ; # Kettle",
                "Xbox; 3x Lamp # Xbox,Lamp",
                "1 × Läufer ×2 # Läufer"
            })
    void dividesWhatWasOrderedIntoProducts(String items, String products) {
        assertThat(String.join(",", order(items).products())).isEqualTo(products);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none", "' ; '"})
    void anOrderOfUnknownGoodsHasNoProducts(@Nullable String items) {
        assertThat(order(items).products()).isEmpty();
    }

    private static Order order(@Nullable String items) {
        return new Order(
                OrderNumber.of("CS-1"),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                items,
                null,
                null,
                null);
    }
}
