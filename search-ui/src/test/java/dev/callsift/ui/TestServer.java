package dev.callsift.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The pages as they are served, on a free port of the loopback address, over stores that a test fills. */
final class TestServer implements AutoCloseable {

    /** No @Configuration, which the pages would find beside theirs, in every test that serves them. */
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                "org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration",
                "org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration"
            })
    @Import(UiConfiguration.class)
    static class Application {}

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    TestServer(SampleStores stores, String... properties) {
        this(stores, more -> {}, properties);
    }

    /** @param more registers further parts */
    TestServer(SampleStores stores, Consumer<GenericApplicationContext> more, String... properties) {
        String[] all = Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--logging.level.root=WARN",
                                "--callsift.ui.audio-cache=" + stores.audioCache()),
                        Stream.of(properties))
                .toArray(String[]::new);
        this.context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(started -> {
                    stores.register((GenericApplicationContext) started);
                    more.accept((GenericApplicationContext) started);
                })
                .run(all);
    }

    /** What is served where. */
    RequestMappingHandlerMapping mappings() {
        return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    URI uri(String pathAndQuery) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + pathAndQuery);
    }

    /** @param headers names and values in turn */
    HttpResponse<byte[]> get(String pathAndQuery, String... headers) {
        return send("GET", pathAndQuery, headers);
    }

    /** @param form as a browser writes it, {@code name=value&...} */
    HttpResponse<byte[]> post(String path, String form, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return send(request, headers);
    }

    HttpResponse<byte[]> send(String method, String pathAndQuery, String... headers) {
        return send(
                HttpRequest.newBuilder(uri(pathAndQuery)).method(method, HttpRequest.BodyPublishers.noBody()), headers);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a request under another host name is answered; Java's own client does not let one choose that name. */
    int statusFor(String host) throws IOException {
        URI address = uri("/");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }
}
