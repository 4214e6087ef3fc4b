package dev.callsift.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser that has nothing yet loads for a page, before any sound. */
final class PageWeightTest {

    private static final int MOST_BYTES = 300_000;

    /** What is smaller is served as it is: compressing would win nothing. */
    private static final int WORTH_COMPRESSING = 2_048;

    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/(?:assets/|webjars/|tags\\.css)[^\"]*)\"");

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?q=cancel",
                "/calls/{cancelled}?q=cancel",
                "/help/search",
                "/saved",
                "/alerts",
                "/review?week=2026-W46",
                "/queue",
                "/queue/report"
            })
    void weighsLittle(String page) {
        HttpResponse<byte[]> answer = compressed(page.replace("{cancelled}", SampleCalls.id(SampleCalls.CANCELLED)));
        int bytes = answer.body().length;
        for (String asset : assets(text(answer))) {
            bytes += compressed(asset).body().length;
        }
        System.out.printf(Locale.ROOT, "first load of %s: %.1f KB%n", page, bytes / 1e3);
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    private static String[] assets(String html) {
        return ASSET.matcher(html)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toArray(String[]::new);
    }

    private static HttpResponse<byte[]> compressed(String path) {
        HttpResponse<byte[]> answer = server.get(path, "Accept", "*/*", "Accept-Encoding", "gzip");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        boolean gzip = answer.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isPresent();
        assertThat(gzip || answer.body().length < WORTH_COMPRESSING)
                .as("%s is compressed", path)
                .isTrue();
        return answer;
    }

    private static String text(HttpResponse<byte[]> answer) {
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(plain.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
