package dev.callsift.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON API as {@code docs/api.md} describes it. */
final class ApiTest {

    private static final String ID = SampleCalls.id(SampleCalls.CANCELLED);

    private static SampleStores stores;
    private static TestServer server;

    private final JsonMapper json = JsonMapper.builder().build();

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

    private JsonNode get(String pathAndQuery) {
        HttpResponse<byte[]> answer = server.get(pathAndQuery);
        assertThat(answer.statusCode()).as(pathAndQuery).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        return json.readTree(answer.body());
    }

    @Test
    void findsCallsWithTheirMoments() {
        JsonNode answer = get("/api/search?q=cancel");
        assertThat(answer.at("/total").asInt()).isEqualTo(2);
        assertThat(answer.at("/possibleTotal").asInt()).isEqualTo(2);
        assertThat(answer.at("/hits/0/call/id").asString()).isEqualTo(ID);
        assertThat(answer.at("/hits/0/call/call/startedAt").asString()).isEqualTo("2026-11-09T14:05:00+05:30");
        assertThat(answer.at("/hits/0/moments/0/said/startMs").asLong()).isEqualTo(SampleCalls.CANCEL_MS);
        assertThat(answer.at("/hits/0/moments/0/said/speaker").asString()).isEqualTo("CUSTOMER");
        assertThat(answer.at("/hits/0/moments/0/page").asString())
                .isEqualTo("/calls/" + ID + "?t=" + SampleCalls.CANCEL_SECONDS + "&q=cancel");
    }

    @Test
    void pagesThroughCalls() {
        assertThat(get("/api/search?limit=3").at("/hits").size()).isEqualTo(3);
        assertThat(get("/api/search?limit=3&offset=3").at("/hits").size()).isEqualTo(1);
        assertThat(get("/api/search").at("/order").asString()).isEqualTo("newest");
    }

    @Test
    void saysWhatInAQueryWasNotUnderstood() {
        assertThat(get("/api/search?q=%22cancel").at("/problems/0/message").asString())
                .contains("quotation mark");
    }

    @Test
    void refusesAPageOutOfRange() {
        for (String query : new String[] {"limit=0", "limit=201", "offset=-1", "offset=10001", "limit=many"}) {
            HttpResponse<byte[]> answer = server.get("/api/search?" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            JsonNode problem = json.readTree(answer.body());
            assertThat(problem.at("/status").asInt()).isEqualTo(400);
            assertThat(problem.at("/title").asString()).isNotEmpty();
            assertThat(problem.at("/id").asString()).matches("[0-9a-f]{8}");
        }
    }

    @Test
    void describesACall() {
        JsonNode call = get("/api/calls/" + ID);
        assertThat(call.at("/recording").asString()).isEqualTo(SampleCalls.CANCELLED);
        assertThat(call.at("/tagged").asBoolean()).isTrue();
        assertThat(call.at("/tags/0/code").asString()).isEqualTo("cancel.requested");
        assertThat(call.at("/tags/0/evidence/0/words").asString()).isEqualTo("i want to cancel the order");
        assertThat(call.at("/speechModel/demonstration").asBoolean()).isTrue();
        assertThat(call.at("/links/audio").asString()).isEqualTo("/calls/" + ID + "/audio");
    }

    @Test
    void saysThatACallIsNotTaggedYet() {
        assertThat(get("/api/calls/" + SampleCalls.id(SampleCalls.HOSTILE))
                        .at("/tagged")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void givesTheTranscriptAsStored() {
        JsonNode transcript = get("/api/calls/" + ID + "/transcript");
        assertThat(transcript.at("/utterances/5/words/4/text").asString()).isEqualTo("cancel");
        assertThat(transcript.at("/utterances/5/words/4/startMs").asLong()).isEqualTo(SampleCalls.CANCEL_MS);
        assertThat(transcript.at("/call/startedAt").asString()).isEqualTo("2026-11-09T14:05:00+05:30");
    }

    @Test
    void answersAnUnknownCallWithProblemDetails() {
        HttpResponse<byte[]> answer = server.get("/api/calls/0123456789abcdef", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(new String(answer.body(), UTF_8)).doesNotContain("Exception").doesNotContain("dev.callsift");
    }
}
