package dev.callsift.ui;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the pages are served.
 *
 * @param allowedHosts names under which the pages may be asked for, besides this machine's loopback names; needed when a proxy
 *     stands in front. While the server listens on the loopback address every other name is refused, so that a page from
 *     elsewhere cannot read calls by pointing its own name at this machine; when it listens on other addresses and this is
 *     empty, every name is taken
 * @param audioCache where copies of recordings are kept for playing; a folder of callsift's own, made when missing
 * @param audioCacheSize how large these copies may grow together; the ones unused longest go first
 */
@ConfigurationProperties(prefix = "callsift.ui", ignoreUnknownFields = false)
public record UiSettings(
        @DefaultValue List<String> allowedHosts,
        @Nullable Path audioCache,
        @DefaultValue("1GB") DataSize audioCacheSize) {

    public UiSettings {
        allowedHosts = List.copyOf(allowedHosts);
        if (audioCacheSize.toBytes() <= 0) {
            throw new IllegalArgumentException(
                    "callsift.ui.audio-cache-size is " + audioCacheSize + "; give a size above zero, such as 1GB");
        }
    }

    /** The folder of the copies; in the system's temporary folder unless configured. */
    public Path audioCacheFolder() {
        return audioCache != null ? audioCache : Path.of(System.getProperty("java.io.tmpdir"), "callsift-audio");
    }
}
