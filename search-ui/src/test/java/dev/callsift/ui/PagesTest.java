package dev.callsift.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.transcript.Transcript;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages as text, without a browser. */
final class PagesTest {

    private static final String CALL = "/calls/" + SampleCalls.id(SampleCalls.CANCELLED);

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

    private static HttpResponse<byte[]> page(String pathAndQuery) {
        return server.get(pathAndQuery, "Accept", "text/html");
    }

    private static String html(String pathAndQuery) {
        return new String(page(pathAndQuery).body(), UTF_8);
    }

    @Test
    void listsTheMomentsOfAWordWithLinksToTheSecond() {
        assertThat(html("/?q=cancel"))
                .contains("2 calls match")
                .contains(CALL + "?t=" + SampleCalls.CANCEL_SECONDS + "&amp;q=cancel")
                .contains("<mark>cancel</mark>")
                .contains("Demonstration model.");
    }

    @Test
    void escapesWhatPeopleAndFilesAreCalled() {
        assertThat(html("/calls/" + SampleCalls.id(SampleCalls.HOSTILE)))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;\\u000a")
                .doesNotContain("<script>alert");
    }

    @Test
    void saysThatADocumentCannotBeRead(@TempDir Path directory) throws IOException {
        try (SampleStores damaged = SampleStores.filled(directory);
                TestServer pages = new TestServer(damaged)) {
            String id = SampleCalls.id(SampleCalls.CANCELLED);
            damaged.damage(CallTags.documentName(id));
            assertCannotBeRead(pages, "The tags of this call cannot be read", CallTags.documentName(id));
            damaged.damage(Transcript.documentName(id));
            assertCannotBeRead(pages, "The transcript of this call cannot be read", Transcript.documentName(id));
        }
    }

    private static void assertCannotBeRead(TestServer pages, String problem, String document) {
        HttpResponse<byte[]> answer = pages.get(CALL, "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(new String(answer.body(), UTF_8)).contains(problem, document).doesNotContain("Exception");
    }

    @Test
    void escapesTheQuery() {
        assertThat(html("/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")).doesNotContain("<script>alert");
        assertThat(html(CALL + "?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")).doesNotContain("<script>alert");
    }

    @Test
    void forbidsEverythingFromElsewhereAndInline() {
        for (String path : new String[] {"/", CALL, CALL + "/audio", "/api/search", "/nothing"}) {
            HttpResponse<byte[]> answer = page(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .startsWith("default-src 'self'")
                            .contains("frame-ancestors 'none'")
                            .doesNotContain("unsafe"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
    }

    @Test
    void holdsNoInlineScriptOrStyle() {
        for (String path : new String[] {"/", "/?q=cancel", CALL, "/review", "/review/print", "/nothing"}) {
            assertThat(html(path))
                    .as(path)
                    .doesNotContainPattern("<script(?![^>]*src=)")
                    .doesNotContain("<style")
                    .doesNotContain(" style=")
                    .doesNotContain(" onclick=")
                    .doesNotContainPattern("(src|href)=\"https?:");
        }
    }

    @Test
    void servesItsAssetsUnderNamesThatChangeWithTheirContent() {
        Matcher assets =
                Pattern.compile("(?:src|href)=\"(/(?:assets|webjars)/[^\"]+)\"").matcher(html("/"));
        int found = 0;
        while (assets.find()) {
            HttpResponse<byte[]> asset = server.get(assets.group(1));
            assertThat(asset.statusCode()).as(assets.group(1)).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000"));
            assertThat(assets.group(1)).containsPattern("-[0-9a-f]{32}\\.|/2\\.0\\.10/");
            found++;
        }
        assertThat(found).isEqualTo(16);
    }

    @Test
    void answersAnUnknownCallAsAPageWithAnId() {
        HttpResponse<byte[]> answer = page("/calls/0123456789abcdef");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new String(answer.body(), UTF_8))
                .contains("There is no call 0123456789abcdef")
                .containsPattern("<code>[0-9a-f]{8}</code>");
    }

    @Test
    void takesNothingElseForTheIdOfACall() {
        for (String id : new String[] {"..%2f..%2fetc", "0123456789ABCDEF", "0123456789abcdef0", "%00"}) {
            assertThat(page("/calls/" + id).statusCode()).as(id).isIn(400, 404);
        }
    }

    @Test
    void toleratesAPlaceOutsideTheCall() {
        assertThat(html(CALL + "?t=99999999")).contains("data-start=\"90000\"");
        assertThat(html(CALL + "?t=-5")).contains("data-start=\"0\"");
        assertThat(html(CALL + "?t=83")).contains("data-start=\"83000\"");
        assertThat(html(CALL + "?t=1m23s")).contains("data-start=\"83000\"");
        assertThat(html(CALL + "?t=43.6")).contains("data-start=\"43600\"");
        assertThat(page(CALL + "?t=soon").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAForeignHostName() throws IOException {
        assertThat(server.statusFor("evil.example")).isEqualTo(421);
        assertThat(server.statusFor("localhost")).isEqualTo(200);
        assertThat(server.statusFor("127.0.0.1")).isEqualTo(200);
    }
}
