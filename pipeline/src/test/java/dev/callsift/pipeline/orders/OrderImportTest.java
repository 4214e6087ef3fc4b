package dev.callsift.pipeline.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.pipeline.orders.OrderImport.Problem;
import dev.callsift.pipeline.orders.OrderImport.Report;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OrderImportTest {

    private static final OrderSettings INDIA = new OrderSettings("IN", "Asia/Kolkata", Map.of());

    @TempDir
    private Path folder;

    private final List<Order> orders = new ArrayList<>();

    @Test
    void readsTheUsualHeadings() throws IOException {
        Report report = read("orders.csv", INDIA, """
                Order ID,Customer Phone,Order Date,Dispatch By,Total,Currency,Line Items,Status
                CS-44119,"98450 12377; +91 98450 12378",2026-11-20 09:30,2026-11-21,"1,299.50",inr,"kurta, maroon",packed
                """);

        assertThat(report).isEqualTo(new Report(1, List.of()));
        Order order = orders.getFirst();
        assertThat(order.number()).isEqualTo(new OrderNumber("CS-44119", "CS44119"));
        assertThat(order.phones()).containsExactly("+919845012377", "+919845012378");
        assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-11-20T04:00:00Z"));
        assertThat(order.dispatchCutoff()).isEqualTo(Instant.parse("2026-11-21T18:29:59Z"));
        assertThat(order.amount()).isEqualByComparingTo(new BigDecimal("1299.5"));
        assertThat(order.currency()).isEqualTo("INR");
        assertThat(order.items()).isEqualTo("kurta, maroon");
    }

    @Test
    void aForgottenQuotationMarkTakesNoOtherRowWithIt() throws IOException {
        Report report = read("orders.csv", INDIA, """
                number,items,status
                A1,"kurta, maroon",packed
                A2,"a mug,packed
                A3,"two lines
                of text",packed
                A4,12" pan,packed
                A5,,
                """);

        assertThat(orders).extracting(order -> order.number().plain()).containsExactly("A1", "A3", "A4", "A5");
        assertThat(orders.get(1).items()).isEqualTo("two lines\nof text");
        assertThat(report.problems()).extracting(Problem::line).containsExactly(3L);
        assertThat(report.problems().getFirst().why()).contains("quotation mark");
    }

    @Test
    void aRowOfSeveralLinesIsNamedByItsFirst() throws IOException {
        Report report = read("orders.csv", INDIA, """
                number,items,amount
                A1,"two
                lines",ten
                """);

        assertThat(report.problems()).extracting(Problem::line).containsExactly(2L);
    }

    @Test
    void phonesMayBeAListOfObjects() throws IOException {
        read("orders.jsonl", INDIA, """
                {"number":"A1","phones":[{"number":"98450 12377"},"+91 98450 12378"]}
                """);

        assertThat(orders.getFirst().phones()).containsExactly("+919845012377", "+919845012378");
    }

    @Test
    void keepsGoodRowsAndNamesBadOnesWithTheirLines() throws IOException {
        Report report = read("orders.csv", INDIA, """
                number;phone;placed;amount
                A1;98450 12377;2026-11-20;10
                ;98450 12377;2026-11-20;10
                A3;12;yesterday;ten
                A4;;;
                """);

        assertThat(report.kept()).isEqualTo(2);
        assertThat(orders).extracting(order -> order.number().plain()).containsExactly("A1", "A4");
        assertThat(report.problems()).extracting(Problem::line).containsExactly(3L, 4L);
        assertThat(report.problems().getFirst().why()).contains("no order number");
        assertThat(report.problems().getLast().why())
                .contains("'12' is no phone number", "'yesterday' is no time", "'ten' is no number");
    }

    @Test
    void aMappingNamesOtherHeadings() throws IOException {
        var settings = new OrderSettings("IN", "UTC", Map.of("number", "Auftrag", "courier", "Bote"));

        read("orders.csv", settings, "Auftrag\tBote\n7781\tBlue Dart\n");

        assertThat(orders).singleElement().satisfies(order -> {
            assertThat(order.number().written()).isEqualTo("7781");
            assertThat(order.courier()).isEqualTo("Blue Dart");
        });
    }

    @Test
    void aFileWithoutNumbersIsRefusedAsAWhole() {
        assertThatThrownBy(() -> read("orders.csv", INDIA, "phone,total\n1,2\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no column holds the order's number")
                .hasMessageContaining("callsift.orders.columns");
    }

    @Test
    void readsJsonLines() throws IOException {
        Report report = read("orders.jsonl", INDIA, """
                {"number": "B-2", "phones": ["98450 12377"], "promised": "2026-11-22T17:00:00+05:30", "items": ["lamp", "bulb"]}

                ["no object"]
                {"number": "B-3"
                """);

        assertThat(orders).singleElement().satisfies(order -> {
            assertThat(order.promisedAt()).isEqualTo(Instant.parse("2026-11-22T11:30:00Z"));
            assertThat(order.items()).isEqualTo("lamp, bulb");
        });
        assertThat(report.problems()).extracting(Problem::line).containsExactly(3L, 4L);
    }

    @Test
    void wrongSettingsAreNamedTogether() {
        var settings = new OrderSettings("India", "Delhi", Map.of("colour", "x"));

        assertThat(settings.problems())
                .extracting(problem -> problem.key())
                .containsExactly("callsift.orders.region", "callsift.orders.time-zone", "callsift.orders.columns");
    }

    private Report read(String name, OrderSettings settings, String text) throws IOException {
        return OrderImport.read(Files.writeString(folder.resolve(name), text), settings, orders::add);
    }
}
