package dev.callsift.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QueueEventsTest {

    /** Waiting for it takes the web server half a minute. */
    private static final Duration SHORT = Duration.ofSeconds(15);

    @Test
    void aPageThatListensDoesNotHoldUpTheEnd(@TempDir Path directory) throws IOException, InterruptedException {
        try (SampleStores stores = SampleStores.empty(directory);
                HttpClient client = HttpClient.newHttpClient()) {
            TestServer server = new TestServer(stores);
            HttpRequest listen =
                    HttpRequest.newBuilder(server.uri("/queue/events")).build();
            try (InputStream events = client.send(listen, HttpResponse.BodyHandlers.ofInputStream())
                    .body()) {
                assertThat(events.read()).isNotNegative();
                long begun = System.nanoTime();
                server.close();
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SHORT);
            }
        }
    }
}
