package dev.callsift.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.search.saved.SavedSearch;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Saved searches and alerts as they are served. */
final class SavedPagesTest {

    private static final String CALL = SampleCalls.id(SampleCalls.CANCELLED);

    private SampleStores stores;
    private TestServer server;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        stores = SampleStores.filled(directory);
        server = new TestServer(stores);
    }

    @AfterEach
    void stop() {
        server.close();
        stores.close();
    }

    private String html(String path) {
        return text(server.get(path, "Accept", "text/html"));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }

    private static String location(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private SavedSearch only() {
        assertThat(stores.searches.all()).hasSize(1);
        return stores.searches.all().getFirst();
    }

    @Test
    void savesTheSearchAtHandAndSaysSo() {
        assertThat(html("/?q=cancel&sort=longest")).contains("Save this search");
        HttpResponse<byte[]> saved =
                server.post("/saved", "name=They+cancel&q=cancel&sort=longest&alerts=true", "Accept", "text/html");
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(location(saved)).endsWith("/?q=cancel&sort=longest");
        assertThat(only().alerts()).isTrue();
        assertThat(html("/?q=cancel&sort=longest"))
                .contains("Saved as", "They cancel", "raises alerts")
                .doesNotContain("Save this search");
        assertThat(html("/?q=cancel")).contains("Save this search");
        assertThat(html("/")).doesNotContain("Save this search");
    }

    @Test
    void aRefusedNameStaysInTheFieldBesideTheReason() {
        stores.searches.create("They cancel", "late", null, false);
        HttpResponse<byte[]> refused =
                server.post("/saved", "name=they+cancel&q=cancel&alerts=true", "Accept", "text/html");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused))
                .contains("There is a saved search with the name “they cancel” already")
                .contains("value=\"they cancel\"")
                .containsPattern("name=\"alerts\" value=\"true\"\\s+checked")
                .contains("aria-invalid=\"true\"")
                .contains("2 calls match");
        only();
    }

    @Test
    void listsOpensRenamesAndDeletes() {
        assertThat(html("/saved")).contains("None yet");
        SavedSearch saved = stores.searches.create("Angry <b>", "customer:cancel", null, false);
        assertThat(html("/saved"))
                .contains("Angry &lt;b&gt;", "customer:cancel", "No alerts")
                .doesNotContain("Angry <b>");
        assertThat(location(server.get("/saved/" + saved.id(), "Accept", "text/html")))
                .endsWith("/?q=customer%3Acancel");
        HttpResponse<byte[]> changed = server.post("/saved/" + saved.id(), "name=Calm&alerts=true");
        assertThat(location(changed)).endsWith("/saved");
        assertThat(html("/saved")).contains("Calm", "Raises alerts").doesNotContain("Angry");
        server.post("/saved/" + saved.id() + "/delete", "");
        assertThat(html("/saved")).contains("None yet");
    }

    @Test
    void saysWhatCannotBeChanged() {
        stores.searches.create("Taken", "late", null, false);
        SavedSearch other = stores.searches.create("Other", "cancel", null, false);
        HttpResponse<byte[]> refused = server.post("/saved/" + other.id(), "name=taken", "Accept", "text/html");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("already; choose another one", "Other");
        HttpResponse<byte[]> unknown = server.post("/saved/999999", "name=new", "Accept", "text/html");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(text(unknown)).contains("There is no such saved search");
    }

    @Test
    void anAlertIsCountedShownAndSeen() {
        assertThat(html("/alerts")).contains("No alerts", "No saved search raises alerts so far");
        SavedSearch saved = stores.searches.create("They cancel", "cancel", null, true);
        assertThat(html("/alerts")).contains("run over every new call");
        stores.tellOfNew(SampleCalls.CANCELLED, SampleCalls.ONE_VOICE);
        long raised = stores.alerts.unseen();
        assertThat(raised).isPositive();
        assertThat(html("/")).contains("class=\"count\">" + raised + "<");
        assertThat(html("/alerts"))
                .contains("Priya with +91 98200 12345", "They cancel", "<mark>cancel</mark>")
                .contains("/calls/" + CALL + "?t=" + SampleCalls.CANCEL_SECONDS + "&amp;q=cancel")
                .contains("Mark all as seen");
        server.post("/alerts/" + saved.id() + "/" + CALL + "/seen", "");
        assertThat(stores.alerts.unseen()).isEqualTo(raised - 1);
        String until = stores.alerts.list(0, 1).getFirst().raisedAt().toString();
        server.post("/alerts/seen", "until=" + until);
        assertThat(html("/alerts")).doesNotContain("Mark all as seen", "class=\"count\"");
    }

    @Test
    void anAlertOfACallThatIsGoneSaysSo() {
        SavedSearch saved = stores.searches.create("They cancel", "cancel", null, true);
        stores.tellOfNew(SampleCalls.CANCELLED);
        assertThat(saved.alerts()).isTrue();
        stores.removeFromIndex(SampleCalls.CANCELLED);
        assertThat(html("/alerts")).contains("A call that is no longer in the index");
    }

    @Test
    void savedSearchesAreSuggestedByTheirNames() {
        stores.searches.create("Cancelled by the customer", "customer:cancel", null, false);
        JsonNode found =
                JsonMapper.shared().readTree(server.get("/api/suggest?q=custo").body());
        JsonNode first = found.at("/suggestions/0");
        assertThat(first.get("kind").asString()).isEqualTo("saved");
        assertThat(first.get("insert").asString()).isEqualTo("customer:cancel");
        assertThat(first.get("title").asString()).isEqualTo("Cancelled by the customer");
    }

    @Test
    void programsReadSavedSearchesAndAlerts() {
        stores.searches.create("They cancel", "cancel", null, true);
        stores.tellOfNew(SampleCalls.CANCELLED);
        JsonNode searches =
                JsonMapper.shared().readTree(server.get("/api/saved-searches").body());
        assertThat(searches.at("/0/name").asString()).isEqualTo("They cancel");
        JsonNode alerts = JsonMapper.shared().readTree(server.get("/api/alerts").body());
        assertThat(alerts.at("/unseen").asInt()).isEqualTo(1);
        assertThat(alerts.at("/alerts/0/callId").asString()).isEqualTo(CALL);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site,                403",
        "Sec-Fetch-Site, same-site,                 403",
        "Sec-Fetch-Site, same-origin,               302",
        "Origin,         https://elsewhere.example, 403",
        "Origin,         null,                      403",
        "X-Nothing,      said,                      302"
    })
    void aPageOfAnotherSiteChangesNothing(String header, String value, int status) {
        assertThat(server.post("/saved", "name=Mine&q=cancel", header, value).statusCode())
                .isEqualTo(status);
        assertThat(stores.searches.all()).hasSize(status == 302 ? 1 : 0);
    }

    @Test
    void aPageOfThisServerIsKnownByItsOrigin() {
        String origin = server.uri("").toString();
        assertThat(server.post("/saved", "name=Mine&q=cancel", "Origin", origin).statusCode())
                .isEqualTo(302);
    }
}
