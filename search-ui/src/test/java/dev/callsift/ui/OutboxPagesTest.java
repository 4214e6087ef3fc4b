package dev.callsift.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.channel.WebhookSignature;
import dev.callsift.pipeline.outbox.MessageState;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outbox as people see it, and the way in for order systems, over a real database and real requests. */
final class OutboxPagesTest {

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

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(server.uri(path))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.uri(path)).POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void showsWhatCouldNotBeDeliveredAndWhatWaitsBehindIt() throws Exception {
        samples.fillAndDeliver();
        assertThat(get("/outbox").body())
                .contains("oms.example answers 410: &lt;nobody&gt; wants it")
                .contains("1 later message waits behind it")
                .contains("Needs someone to look")
                .contains("Dry run, nothing is sent")
                .contains("quiet 21:00 to 07:00 Z");
        assertThat(get("/outbox?state=recorded").body()).contains("search.alert");
    }

    @Test
    void saysWhenThereIsNothing() throws Exception {
        assertThat(get("/outbox").body()).contains("Nothing is waiting");
        assertThat(get("/outbox?state=dead").body()).contains("No message needs you");
    }

    @Test
    void putsBackAndGivesUpAtThePressOfAButton() throws Exception {
        samples.fillAndDeliver();
        List<Long> dead = samples.contents.list(MessageState.DEAD, null, 10).stream()
                .map(message -> message.id())
                .toList();
        assertThat(post("/outbox/" + dead.get(0) + "/redeliver", "").statusCode())
                .isEqualTo(302);
        assertThat(post("/outbox/" + dead.get(0) + "/redeliver", "").statusCode())
                .isEqualTo(409);
        assertThat(post("/outbox/" + dead.get(1) + "/discard", "").statusCode()).isEqualTo(302);
        assertThat(samples.contents.counts())
                .containsEntry(MessageState.PENDING, 2L)
                .containsEntry(MessageState.DEAD, 0L)
                .containsEntry(MessageState.DISCARDED, 1L);
    }

    @Test
    void changesNothingForAPageOfAnotherSite() throws Exception {
        samples.fillAndDeliver();
        assertThat(post("/outbox/redeliver", "", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(samples.contents.counts()).containsEntry(MessageState.DEAD, 2L);
    }

    @Test
    void previewsWhatAChannelWouldSend() throws Exception {
        assertThat(get("/outbox/channels/dispatch-mail?topic=search.alert").body())
                .contains("PREVIEW of search.alert", "search.alert.body.html.mustache");
        assertThat(get("/outbox/channels/none").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> told(String item, String body, String id, Instant at, String... more)
            throws Exception {
        long seconds = at.getEpochSecond();
        List<String> headers = new ArrayList<>(List.of(
                "webhook-id", id,
                "webhook-timestamp", Long.toString(seconds),
                "webhook-signature",
                        WebhookSignature.sign(List.of(OutboxSamples.SECRET), id, seconds, body.getBytes(UTF_8))));
        headers.addAll(List.of(more));
        return post("/api/items/" + item + "/state", body, headers.toArray(String[]::new));
    }

    @Test
    void movesAnItemOnceHoweverOftenItIsTold() throws Exception {
        String done = "{\"state\":\"done\",\"who\":\"wms\",\"note\":\"swapped\"}";
        Instant now = OutboxSamples.CLOCK.instant();
        assertThat(told("item-1", done, "r-1", now).body()).isEqualTo("{\"item\":\"item-1\",\"state\":\"done\"}");
        assertThat(told("item-1", done, "r-1", now).statusCode()).isEqualTo(200);
        assertThat(told("item-1", done, "r-2", now, "Idempotency-Key", "k").statusCode())
                .isEqualTo(200);
        assertThat(told("item-1", done, "r-3", now, "Idempotency-Key", "k").statusCode())
                .isEqualTo(200);
        assertThat(told("item-2", done, "r-4", now, "Idempotency-Key", "k").statusCode())
                .isEqualTo(422);
        assertThat(samples.items.moves).containsExactly("done by wms: swapped", "done by wms: swapped");
    }

    @Test
    void believesOnlyWhatIsSignedAndNew() throws Exception {
        String done = "{\"state\":\"done\"}";
        assertThat(post("/api/items/item-1/state", done).statusCode()).isEqualTo(401);
        assertThat(told("item-1", done, "r-1", OutboxSamples.CLOCK.instant().minusSeconds(301))
                        .statusCode())
                .isEqualTo(401);
        assertThat(samples.items.moves).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithARequest() throws Exception {
        Instant now = OutboxSamples.CLOCK.instant();
        assertThat(told("item-1", "done", "r-1", now).statusCode()).isEqualTo(400);
        assertThat(told("item-1", "{}", "r-2", now).statusCode()).isEqualTo(400);
        assertThat(told("item-9", "{\"state\":\"done\"}", "r-3", now).statusCode())
                .isEqualTo(404);
        assertThat(told("item-1", "{\"state\":\"done\",\"version\":2}", "r-4", now)
                        .statusCode())
                .isEqualTo(409);
    }
}
