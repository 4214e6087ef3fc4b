package dev.callsift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way of two recordings from a folder to a search, by the commands that a person types. */
final class RunAndServeTest {

    private static final String CANCELLED = "3cx/201/[911000000151]_911000000151-201_20261116175512(2003).amr";
    private static final String ALSO_CANCELLED =
            "ringcentral/20261118-220455_(415)555-0126_Incoming_Auto_2261190418051.mp3";

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void whatARunHasDoneIsFoundOnThePages(@TempDir Path folder) throws IOException, InterruptedException {
        Path source = folder.resolve("recordings");
        copy(source, CANCELLED);
        copy(source, ALSO_CANCELLED);
        String home = folder.resolve("home").toString();

        CommandRun run = CommandRun.of(
                "run",
                "--home",
                home,
                "--source",
                source.toString(),
                "--set",
                "callsift.recording.settle=0s",
                "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode report = json.readTree(run.out());
        assertThat(report.at("/outcome").asString()).isEqualToIgnoringCase("completed");

        CommandRun status = CommandRun.of("status", "--home", home);
        assertThat(status.out()).containsPattern("indexed +2");

        JsonNode found = search(home, source);
        assertThat(found.at("/total").asInt()).isEqualTo(2);
        assertThat(found.at("/hits").toString()).contains(CANCELLED, ALSO_CANCELLED);
    }

    private static void copy(Path source, String key) throws IOException {
        Path target = source.resolve(key);
        Files.createDirectories(target.getParent());
        Files.copy(Path.of("..", "pipeline", "demo", "recordings").resolve(key), target);
    }

    private JsonNode search(String home, Path source) throws IOException, InterruptedException {
        Map<String, String> overrides = Map.of("server.port", "0", "callsift.recording.source", source.toString());
        try (Pages pages = Pages.serve(ConfigurationOptions.withoutFile(Path.of(home)), overrides);
                HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(pages.address() + "api/search?q=cancel"))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return json.readTree(answer.body());
        }
    }
}
