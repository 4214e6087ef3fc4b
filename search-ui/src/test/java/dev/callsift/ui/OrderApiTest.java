package dev.callsift.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.channel.WebhookSignature;
import dev.callsift.pipeline.operations.ItemFilter;
import dev.callsift.pipeline.operations.WorkItem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders told by the shop's system over HTTP, and asked for. */
final class OrderApiTest {

    private static final String PACKED = """
            {"phones": ["020 7946 0018"], "status": "packed", "dispatch-cutoff": "2026-11-18T17:00:00Z"}
            """;

    private final OutboxSamples samples = new OutboxSamples();
    private final HttpClient client = HttpClient.newHttpClient();
    private SampleStores stores;
    private TestServer server;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        stores = SampleStores.empty(directory);
        server = new TestServer(stores, samples::register);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        stores.close();
    }

    @Test
    void keepsAnOrderOnceAndGivesItByNumberAndPhone() throws Exception {
        assertThat(put("CS-44119", PACKED, "m-1").statusCode()).isEqualTo(201);
        assertThat(put("CS-44119", PACKED, "m-1").statusCode())
                .as("the same request again")
                .isEqualTo(201);
        assertThat(put("CS-44119", PACKED, "m-2").statusCode()).isEqualTo(200);

        assertThat(get("/api/orders/cs44119").body()).contains("packed", "+442079460018");
        assertThat(get("/api/orders?phone=%2B442079460018").body()).contains("CS-44119");
        assertThat(get("/api/orders?phone=12").statusCode()).isEqualTo(400);
        assertThat(get("/api/orders/none").statusCode()).isEqualTo(404);
    }

    @Test
    void linksItemsThatWaitedForTheirOrder() throws Exception {
        stores.hear("aaaaaaaaaaaaaaaa", """
                customer: my order number is c s four four one one nine
                customer: please change the size from medium to large
                """);
        assertThat(only().order()).isNull();

        put("CS-44119", PACKED, "m-1");

        assertThat(only().order()).isEqualTo("CS-44119");
        assertThat(only().dispatchCutoff()).hasToString("2026-11-18T17:00:00Z");
    }

    @Test
    void believesOnlyWhatIsSigned() throws Exception {
        HttpRequest unsigned = HttpRequest.newBuilder(server.uri("/api/orders/A1"))
                .PUT(HttpRequest.BodyPublishers.ofString(PACKED))
                .build();
        assertThat(client.send(unsigned, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        assertThat(get("/api/orders/A1").statusCode()).isEqualTo(404);
    }

    @Test
    void namesAllThatIsWrongWithAnOrder() throws Exception {
        HttpResponse<String> answer = put("A1", "{\"colour\": \"red\", \"placed\": \"soon\"}", "m-1");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("'colour' is no field of an order", "'soon' is no time");
        assertThat(get("/api/orders/A1").statusCode()).isEqualTo(404);
    }

    private WorkItem only() {
        return stores.items.list(ItemFilter.OPEN, 10).getFirst();
    }

    private HttpResponse<String> put(String number, String body, String id) throws Exception {
        long seconds = OutboxSamples.CLOCK.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(server.uri("/api/orders/" + number))
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .header(
                        "webhook-signature",
                        WebhookSignature.sign(List.of(OutboxSamples.SECRET), id, seconds, body.getBytes(UTF_8)))
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = server.uri(path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
