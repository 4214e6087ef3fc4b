package dev.callsift.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The weekly review over HTTP: page, print view, tables, JSON and decisions. */
final class ReviewPageTest {

    private static final String W46 = "?week=2026-W46";
    private static final String CANCELLED = SampleCalls.id(SampleCalls.CANCELLED);

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

    private static String text(String pathAndQuery) {
        HttpResponse<byte[]> answer = page(pathAndQuery);
        assertThat(answer.statusCode()).as(pathAndQuery).isEqualTo(200);
        return new String(answer.body(), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/review", "/review" + W46, "/review/print" + W46})
    void showsTheWeek(String address) {
        assertThat(text(address))
                .contains("2026-W46", "9 November – 15 November 2026")
                .contains("Too expensive", "data-code=\"reason.price\"")
                .contains("50 %", "1 of 2")
                .contains("/calls/" + CANCELLED + "?t=")
                .contains("demo-en-8k", "en-1 4c1d")
                .contains("Demonstration model.")
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContain("<style", " style=", " onclick=");
    }

    @Test
    void linksEveryTableThereIs() {
        var links = Pattern.compile("href=\"(/review/[a-z-]+\\.csv\\?week=2026-W46)\"")
                .matcher(text("/review" + W46));
        int tables = 0;
        while (links.find()) {
            HttpResponse<byte[]> answer = server.get(links.group(1));
            assertThat(answer.statusCode()).as(links.group(1)).isEqualTo(200);
            assertThat(new String(answer.body(), UTF_8)).startsWith("week,");
            assertThat(answer.headers().firstValue("Content-Disposition"))
                    .hasValueSatisfying(
                            header -> assertThat(header).startsWith("attachment; filename=\"review-2026-W46-"));
            tables++;
        }
        assertThat(tables).isEqualTo(12);
    }

    @Test
    void tablesHoldTheFiguresAndAreSafeInASpreadsheet() {
        assertThat(text("/review/reasons.csv" + W46)).contains("2026-W46,reason.price,1,2,0.500000,0.0945");
        assertThat(text("/review/by-agent.csv" + W46)).contains("2026-W46,Tom,1,1,0,1,1.000000,");
        post("/review/decisions", "week=2026-W45&text=%3D1%2B1&owner=Noor&until=2026-11-20");
        assertThat(text("/review/decisions.csv?week=2026-W45")).contains("'=1+1");
        assertThat(page("/review/nothing.csv" + W46).statusCode()).isEqualTo(404);
    }

    @Test
    void answersJson() {
        assertThat(new String(server.get("/api/review" + W46).body(), UTF_8))
                .contains("\"week\":\"2026-W46\"")
                .contains("\"code\":\"reason.price\"")
                .contains("\"news\":\"UNKNOWN\"")
                .contains("\"speechModel\":\"demo-en-8k\"");
    }

    @Test
    void wordsComeApart() {
        assertThat(text("/review/words" + W46))
                .contains("no weeks before to compare with")
                .doesNotContain("<html");
    }

    @Test
    void saysWhyThereIsNothing() {
        assertThat(text("/review?week=2026-W40"))
                .contains("No calls of 2026-W40", "callsift status", "The newest week with calls: 2026-W46");
        assertThat(text("/review?week=2030-W01")).contains("The week 2030-W01 has not begun");
        assertThat(text("/review/print?week=2026-W40")).contains("No calls of 2026-W40");
        HttpResponse<byte[]> unreadable = page("/review?week=2025-W53");
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(new String(unreadable.body(), UTF_8)).contains("“2025-W53” is not an ISO week", "like 2026-W46");
        assertThat(page("/review?week=%3Cscript%3E").statusCode()).isEqualTo(400);
        assertThat(new String(page("/review?week=%3Cscript%3E").body(), UTF_8)).doesNotContain("<script>");
    }

    @Test
    void anEmptyInstallationSaysWhatToDo(@TempDir Path directory) throws IOException {
        try (SampleStores empty = SampleStores.empty(directory);
                TestServer fresh = new TestServer(empty)) {
            assertThat(new String(fresh.get("/review", "Accept", "text/html").body(), UTF_8))
                    .contains("No calls yet", "callsift run");
        }
    }

    private static HttpResponse<byte[]> post(String path, String form, String... headers) {
        return server.post(path, form, headers);
    }

    @Test
    void decisionsAreWrittenDownAndDone() {
        HttpResponse<byte[]> written =
                post("/review/decisions", "week=2026-W44&text=Call%20the%20depot&owner=Noor&until=2026-11-20");
        assertThat(written.statusCode()).isEqualTo(302);
        assertThat(written.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/review?week=2026-W44#decisions"));
        String later = text("/review" + W46);
        assertThat(later).contains("Call the depot", "Noor", "until Fri 20 Nov 2026", "from 2026-W44");
        var id = Pattern.compile("/review/decisions/(\\d+)").matcher(text("/review?week=2026-W44"));
        assertThat(id.find()).isTrue();
        post("/review/decisions/" + id.group(1), "week=2026-W44&done=true");
        assertThat(text("/review?week=2026-W44")).contains("Not done after all");
        assertThat(post("/review/decisions/987654", "week=2026-W44").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsMissingInADecisionIsSaidAndWhatWasTypedStays() {
        HttpResponse<byte[]> answer =
                post("/review/decisions", "week=2026-W46&text=Half%20a%20%3Cb%3E&owner=&until=soon");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(new String(answer.body(), UTF_8))
                .contains("Say who sees to it", "Give the day", "Half a &lt;b&gt;</textarea>");
    }

    @Test
    void pagesFromElsewhereDecideNothing() {
        String form = "week=2026-W43&text=Foreign&owner=Noor&until=2026-11-20";
        assertThat(post("/review/decisions", form, "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/review/decisions", form, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(text("/review?week=2026-W43")).doesNotContain("Foreign");
    }
}
