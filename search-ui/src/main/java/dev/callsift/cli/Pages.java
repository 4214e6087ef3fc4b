package dev.callsift.cli;

import java.util.Map;
import java.util.Objects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The pages while they are served. */
final class Pages implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Pages(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Pages serve(ConfigurationOptions configuration, Map<String, String> overrides) {
        return new Pages(configuration.start(WebApplicationType.SERVLET, overrides, ServeApplication.class));
    }

    /** What to type into a browser on this machine. */
    String address() {
        int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
        String configured = context.getEnvironment().getProperty("server.address", "127.0.0.1");
        return "http://" + ("0.0.0.0".equals(configured) ? "127.0.0.1" : configured) + ":" + port + "/";
    }

    @Override
    public void close() {
        context.close();
    }
}
