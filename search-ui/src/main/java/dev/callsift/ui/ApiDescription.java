package dev.callsift.ui;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/**
 * The JSON API's description at {@code /api/openapi.json} (OpenAPI 3.1), read off the controllers when it is first asked for.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:dev/callsift/ui/api-description.properties")
final class ApiDescription {

    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info()
                        .title("callsift")
                        .version("1")
                        .description(
                                "What the pages show, for programs; docs/api.md has examples. Times are milliseconds from"
                                        + " the beginning of the recording unless they are dates.")
                        .license(new License()
                                .name("Apache-2.0")
                                .url("https://www.apache.org/licenses/LICENSE-2.0.txt")))
                .servers(List.of(new Server().url("/")));
    }

    /** Whatever fails is answered the same way. */
    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            api.getComponents().addSchemas(PROBLEM, problem());
            for (PathItem path : api.getPaths().values()) {
                path.readOperations().forEach(ApiDescription::mayFail);
                Stream.of(path.getPut(), path.getPost())
                        .filter(Objects::nonNull)
                        .forEach(ApiDescription::isSigned);
            }
        };
    }

    private static void mayFail(Operation operation) {
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("What went wrong, as problem details (RFC 9457)")
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + PROBLEM)))));
    }

    /** Everything that changes something is told by another system, which signs it. */
    private static void isSigned(Operation operation) {
        operation
                .addParametersItem(
                        header("webhook-id", "Names the request; sent twice under the same id it is done once", true))
                .addParametersItem(header("webhook-timestamp", "When it was signed, in seconds since 1970", true))
                .addParametersItem(header("webhook-signature", "By Standard Webhooks; see docs/integrations.md", true))
                .addParametersItem(header("Idempotency-Key", "A name of the sender's own for the request", false))
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content()
                                .addMediaType("application/json", new MediaType().schema(new ObjectSchema()))));
    }

    private static Parameter header(String name, String description, boolean required) {
        return new HeaderParameter()
                .name(name)
                .description(description)
                .required(required)
                .schema(new StringSchema());
    }

    private static Schema<?> problem() {
        Schema<?> problem = new ObjectSchema();
        problem.addProperty("title", new StringSchema().description("What is wrong"));
        problem.addProperty("status", new IntegerSchema().description("The answer's HTTP status"));
        problem.addProperty("detail", new StringSchema().description("What the reader can do"));
        problem.addProperty("instance", new StringSchema().description("The address that was asked for"));
        problem.addProperty("id", new StringSchema().description("The same in the server's log"));
        problem.required(List.copyOf(problem.getProperties().keySet()));
        return problem;
    }
}
