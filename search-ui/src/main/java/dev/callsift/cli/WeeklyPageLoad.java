package dev.callsift.cli;

import dev.callsift.search.Latencies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How long the page of a weekly review takes, as a browser gets it: counted, rendered, and sent. */
final class WeeklyPageLoad {

    /** Weeks of the made-up calls. */
    private static final List<String> WEEKS = List.of("2026-W40", "2026-W35", "2026-W38", "2026-W33");

    private WeeklyPageLoad() {}

    /**
     * Serves the pages of a home folder and asks for reviews.
     *
     * @param home its {@code index} is reviewed
     * @param time after as long a warm-up
     */
    static Latencies measure(Path home, int clients, Duration time) throws InterruptedException {
        Map<String, String> settings = Map.of("server.port", "0", "callsift.recording.source", home.toString());
        try (Pages pages = Pages.serve(ConfigurationOptions.withoutFile(home), settings);
                HttpClient client = HttpClient.newHttpClient()) {
            List<HttpRequest> requests = WEEKS.stream()
                    .map(week -> URI.create(pages.address() + "review?week=" + week))
                    .map(address -> HttpRequest.newBuilder(address).build())
                    .toList();
            Latencies.warmUp(time, requests, request -> ask(client, request));
            return Latencies.of(clients, time, requests, request -> ask(client, request));
        }
    }

    private static void ask(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + " was answered with " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a review was asked for", e);
        }
    }
}
