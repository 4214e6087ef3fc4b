package dev.callsift.pipeline.orders;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(String.join(
                        ",", SampleOrder.of("CS-1").goods(items, null).order().products()))
                .isEqualTo(products);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none", "' ; '"})
    void anOrderOfUnknownGoodsHasNoProducts(@Nullable String items) {
        assertThat(SampleOrder.of("CS-1").goods(items, null).order().products()).isEmpty();
    }
}
