package dev.callsift.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.ledger.RecordingState;
import dev.callsift.pipeline.verdict.Verdict;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts and notes over HTTP, through the database to the index and back to the pages. */
final class VerdictPagesTest {

    private static final String ID = SampleCalls.id(SampleCalls.CANCELLED);
    private static final String CALL = "/calls/" + ID;

    @TempDir
    private Path directory;

    private SampleStores stores;
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        stores = SampleStores.filled(directory);
        server = new TestServer(stores);
    }

    @AfterEach
    void stop() {
        server.close();
        stores.close();
    }

    private String html(String address, String... headers) {
        return new String(server.get(address, headers).body(), UTF_8);
    }

    private HttpResponse<byte[]> judge(String form, String... headers) {
        return server.post(CALL + "/verdicts", form, headers);
    }

    @Test
    void aRejectedTagIsNoLongerFoundAndIsShownWithWhoSaidSo() {
        assertThat(html("/?q=reason:courier-delay")).contains("1 call matches");
        HttpResponse<byte[]> answer = judge("verdict=rejected:reason.courier-delay&reviewer=Priya+N&q=cancel");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(CALL + "?q=cancel&said=done#found");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("callsift-reviewer=Priya+N", "HttpOnly", "SameSite=Strict");
        assertThat(html("/?q=reason:courier-delay")).doesNotContain("1 call matches");
        assertThat(html(CALL + "?said=done"))
                .contains("Rejected by Priya N", "Searches know of it now", "withdrawn:reason.courier-delay")
                .doesNotContain("confirmed:reason.courier-delay");
        assertThat(html("/api/calls/" + ID)).doesNotContain("\"code\":\"reason.courier-delay\",\"confidence\"");
    }

    @Test
    void aConfirmationKeepsTheWordsThatShowTheTag() {
        judge("verdict=confirmed:reason.courier-delay&reviewer=Priya");
        assertThat(stores.verdicts().of(ID)).singleElement().satisfies(verdict -> {
            assertThat(verdict.kind()).isEqualTo(Verdict.Kind.CONFIRMED);
            assertThat(verdict.words()).isEqualTo("parcel was meant to arrive on monday and");
            assertThat(verdict.speaker()).isEqualTo(Speaker.CUSTOMER);
            assertThat(verdict.startMs()).isEqualTo(8_000 + 2 * SampleCalls.WORD_MS);
        });
    }

    @Test
    void aTagThatWasMissedIsFoundWithItsWords() {
        assertThat(judge("verdict=added&missed=reason.price&utterance=3&first=2&last=5&reviewer=Tom")
                        .statusCode())
                .isEqualTo(302);
        assertThat(stores.verdicts().of(ID).getFirst().words()).isEqualTo("waited for a week");
        assertThat(html("/?q=reason:price")).contains("2 calls match");
        assertThat(html(CALL)).contains("Added by Tom", "waited for a week");
    }

    @Test
    void whatWasSaidCanBeTakenBack() {
        judge("verdict=rejected:reason.courier-delay&reviewer=Priya");
        judge("verdict=withdrawn:reason.courier-delay&reviewer=Priya");
        assertThat(html("/?q=reason:courier-delay")).contains("1 call matches");
        assertThat(html(CALL)).contains("confirmed:reason.courier-delay").doesNotContain("Rejected by");
        assertThat(stores.verdicts().of(ID)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "verdict=confirmed:reason.courier-delay,                     Nobody said this",
        "verdict=confirmed:reason.courier-delay&reviewer=%20%0A,     Nobody said this",
        "verdict=shrug:reason.price&reviewer=Tom,                    is no verdict",
        "verdict=added&missed=&utterance=3&reviewer=Tom,             Choose which tag was missed",
        "verdict=added&missed=nonsense&utterance=3&reviewer=Tom,     Choose which tag was missed",
        "verdict=added&missed=reason.price&utterance=-1&reviewer=Tom, needs the words",
        "verdict=added&missed=reason.price&utterance=99&reviewer=Tom, needs the words",
        "verdict=added&missed=reason.price&utterance=3&first=9&last=2&reviewer=Tom, needs the words"
    })
    void refusesWhatIsNoVerdict(String form, String why) {
        HttpResponse<byte[]> answer = judge(form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(new String(answer.body(), UTF_8)).contains(why);
        assertThat(stores.verdicts().of(ID)).isEmpty();
    }

    @Test
    void aPageOfAnotherSiteJudgesNothing() {
        assertThat(judge("verdict=confirmed:reason.price&reviewer=Tom", "Origin", "https://elsewhere.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(stores.verdicts().of(ID)).isEmpty();
    }

    @Test
    void theNameIsKnownTheNextTime() {
        assertThat(html(CALL, "Cookie", "callsift-reviewer=Priya+%26+Tom")).contains("value=\"Priya &amp; Tom\"");
        assertThat(server.get(CALL, "Cookie", "callsift-reviewer=%zz").statusCode())
                .isEqualTo(200);
    }

    @Test
    void notesAreKeptAndEscaped() {
        assertThat(server.post(CALL + "/notes", "note=Ask+%3Cb%3Ewhy%3C/b%3E&reviewer=Tom")
                        .statusCode())
                .isEqualTo(302);
        assertThat(html(CALL)).contains("Ask &lt;b&gt;why&lt;/b&gt;", "Tom</span>");
        assertThat(server.post(CALL + "/notes", "note=+&reviewer=Tom").statusCode())
                .isEqualTo(422);
    }

    @Test
    void aCallThatIsNotTaggedYetCanBeJudged() {
        String hostile = SampleCalls.id(SampleCalls.HOSTILE);
        HttpResponse<byte[]> answer = server.post(
                "/calls/" + hostile + "/verdicts", "verdict=added&missed=reason.price&utterance=0&reviewer=Tom");
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("said=not_yet");
        assertThat(html("/calls/" + hostile)).contains("Added by Tom");
    }

    @Test
    void leadsToTheCallsBeforeAndAfterInTheList() {
        String saved = SampleCalls.id(SampleCalls.SAVED);
        String first = html("/calls/" + saved + "?q=cancel&sort=newest");
        assertThat(first).contains("<a rel=\"next\" href=\"" + CALL + "?q=cancel&amp;sort=newest\"");
        assertThat(first).doesNotContain("rel=\"prev\"");
        assertThat(html(CALL + "?q=cancel&sort=newest"))
                .contains("<a rel=\"prev\" href=\"/calls/" + saved + "?q=cancel&amp;sort=newest\"")
                .contains("href=\"/?q=cancel&amp;sort=newest\"");
        assertThat(html(CALL + "?q=zebra")).doesNotContain("rel=\"prev\"", "rel=\"next\"");
    }

    @Test
    void aTranscriptCanBeTakenAway() {
        HttpResponse<byte[]> text = server.get(CALL + "/transcript.txt");
        assertThat(text.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(new String(text.body(), UTF_8)).contains("0:42  Customer: then i want to cancel the order");
        HttpResponse<byte[]> captions = server.get(CALL + "/transcript.vtt");
        assertThat(captions.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/vtt");
        assertThat(captions.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("call-" + ID + ".vtt");
        assertThat(new String(captions.body(), UTF_8)).startsWith("WEBVTT\n\n");
        assertThat(server.get("/calls/0123456789abcdef/transcript.txt").statusCode())
                .isEqualTo(404);
    }

    @Test
    void saysHowTheyTalked() {
        assertThat(html(CALL)).contains("How they talked", "Longest silence", "by the rule “said”");
        assertThat(html("/calls/" + SampleCalls.id(SampleCalls.ONE_VOICE))).doesNotContain("How they talked");
    }

    @Test
    void speakersCanBeSwappedAndBack() {
        assertThat(server.post(CALL + "/speakers", "swapped=true&reviewer=Tom").statusCode())
                .isEqualTo(302);
        assertThat(html(CALL)).contains("Agent and customer swapped by Tom", "Swap them back");
        assertThat(html(CALL + "/transcript.txt")).contains("0:42  Agent: then i want to cancel");
        assertThat(stores.ledger().findById(ID).orElseThrow().state()).isEqualTo(RecordingState.TRANSCRIBED);
        server.post(CALL + "/speakers", "swapped=false&reviewer=Tom");
        assertThat(html(CALL + "/transcript.txt")).contains("0:42  Customer: then i want to cancel");
        assertThat(server.post(CALL + "/speakers", "swapped=true").statusCode()).isEqualTo(422);
    }
}
