package dev.callsift.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole result as a file. */
final class ExportTest {

    private static SampleStores stores;
    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        stores = SampleStores.filled(directory);
        server = new TestServer(stores);
    }

    @AfterAll
    static void stop() {
        server.close();
        stores.close();
    }

    private static List<CSVRecord> rows(String query) throws IOException {
        HttpResponse<byte[]> answer = server.get("/export/calls.csv?q=" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).isEqualToIgnoringCase("text/csv;charset=utf-8"));
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"calls.csv\"");
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(new String(answer.body(), UTF_8)))
                .getRecords();
    }

    @Test
    void writesACallToARow() throws IOException {
        List<CSVRecord> rows = rows("cancel%20first:60s%20agent-name:priya");
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().get("recording")).isEqualTo(SampleCalls.CANCELLED);
        assertThat(rows.getFirst().get("started_at")).isEqualTo("2026-11-09T14:05:00+05:30");
        assertThat(rows.getFirst().get("duration_seconds")).isEqualTo("90.000");
        assertThat(rows.getFirst().get("moment_seconds")).isEqualTo("43.600");
        assertThat(rows.getFirst().get("moment_words")).contains("i want to cancel the order");
        assertThat(rows.getFirst().get("tags")).startsWith("cancel.requested cancel.confirmed");
    }

    @Test
    void writesNothingThatASpreadsheetTakesForAFormula() throws IOException {
        List<CSVRecord> rows = rows("");
        assertThat(rows).hasSize(4);
        assertThat(rows).extracting(row -> row.get("customer_number")).contains("'+91 98200 12345");
        for (CSVRecord row : rows) {
            assertThat(row.toList()).allSatisfy(cell -> assertThat(cell).doesNotMatch("(?s)\\s*[=+\\-@].*"));
        }
    }

    @Test
    void writesTheSameAsTheApi() {
        JsonMapper json = JsonMapper.builder().build();
        HttpResponse<byte[]> answer = server.get("/export/calls.json?q=cancel&sort=oldest");
        assertThat(answer.headers().firstValue("Callsift-Total")).hasValue("2");
        assertThat(answer.headers().firstValue("Callsift-Exported")).hasValue("2");
        JsonNode exported = json.readTree(answer.body());
        JsonNode found =
                json.readTree(server.get("/api/search?q=cancel&sort=oldest").body());
        assertThat(exported.at("/calls")).isEqualTo(found.at("/hits"));
        assertThat(exported.at("/complete").asBoolean()).isTrue();
    }

    @Test
    void writesAnEmptyFileWhereThereIsNoIndex(@TempDir Path directory) throws IOException {
        try (SampleStores empty = SampleStores.empty(directory);
                TestServer fresh = new TestServer(empty)) {
            assertThat(new String(fresh.get("/export/calls.csv").body(), UTF_8))
                    .startsWith("id,recording")
                    .hasLineCount(1);
            assertThat(new String(fresh.get("/export/calls.json").body(), UTF_8))
                    .contains("\"calls\":[]");
        }
    }
}
