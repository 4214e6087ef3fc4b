package dev.callsift.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the pages listen. */
final class WebOptions {

    @Option(names = "--port", description = "Port (default: 8080; 0 for any free one).")
    private @Nullable Integer port;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "Address to listen on (default: 127.0.0.1, which only this machine reaches).")
    private @Nullable String address;

    Map<String, String> overrides() {
        Map<String, String> overrides = new LinkedHashMap<>();
        if (port != null) {
            overrides.put("server.port", port.toString());
        }
        if (address != null) {
            overrides.put("server.address", address);
        }
        return overrides;
    }
}
