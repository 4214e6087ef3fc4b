package dev.callsift.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the JSON API beside what is served. */
final class ApiDescriptionTest {

    private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\":\"#/components/schemas/([^\"]+)\"");
    private static final Pattern EXPRESSION = Pattern.compile("\\{(\\w+):.*?}+(?=/|$)");

    private static SampleStores stores;
    private static TestServer server;
    private static String text;
    private static JsonNode api;

    @BeforeAll
    static void ask(@TempDir Path directory) throws IOException {
        stores = SampleStores.filled(directory);
        server = new TestServer(stores);
        HttpResponse<byte[]> answer = server.get("/api/openapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        api = JsonMapper.builder().build().readTree(answer.body());
        text = api.toString();
    }

    @AfterAll
    static void stop() {
        server.close();
        stores.close();
    }

    @Test
    void describesEveryAddressOfTheApiAndNoPage() {
        List<String> served = server.mappings().getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method.name().toLowerCase(Locale.ROOT) + " "
                                        + EXPRESSION.matcher(path).replaceAll("{$1}"))))
                .filter(path -> path.contains(" /api/") && !path.contains("openapi"))
                .toList();
        assertThat(served).hasSizeGreaterThan(10);
        List<String> described = api.get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue().propertyNames().stream().map(method -> method + " " + path.getKey()))
                .toList();
        assertThat(described).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void isWholeInItself() {
        assertThat(api.get("openapi").asString()).startsWith("3.1");
        assertThat(api.at("/info/title").asString()).isEqualTo("callsift");
        assertThat(REFERENCE.matcher(text).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(name -> api.at("/components/schemas/" + name).isObject());
    }

    private static Stream<JsonNode> operations() {
        return api.get("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    @Test
    void saysWhatEveryOperationIsForAndHowItFails() {
        assertThat(operations()).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.path("summary").asString("")).isNotBlank();
            assertThat(operation
                            .at("/responses/default/content/application~1problem+json/schema/$ref")
                            .asString(""))
                    .endsWith("/Problem");
            for (JsonNode parameter : operation.path("parameters")) {
                assertThat(parameter.path("description").asString(""))
                        .as(parameter.toString())
                        .isNotBlank();
            }
        });
    }

    @Test
    void namesTheHeadersOfSignedRequests() {
        for (String path : List.of("/paths/~1api~1orders~1{number}/put", "/paths/~1api~1items~1{id}~1state/post")) {
            assertThat(api.at(path).get("parameters").valueStream().map(part -> part.get("name")
                            .asString()))
                    .contains("webhook-id", "webhook-timestamp", "webhook-signature", "Idempotency-Key");
            assertThat(api.at(path).at("/requestBody/required").asBoolean()).isTrue();
        }
    }
}
