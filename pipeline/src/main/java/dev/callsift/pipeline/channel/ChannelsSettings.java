package dev.callsift.pipeline.channel;

import dev.callsift.pipeline.recording.SettingProblem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The ways out, by the names that rules and alerts use. The section has no key of its own beside the names, so names that are no
 * settings are found by {@code ignoreUnknownFields} only below a channel; the pipeline's wiring looks for the others.
 */
@ConfigurationProperties(prefix = "callsift")
public record ChannelsSettings(@DefaultValue Map<String, ChannelSettings> channels) {

    public ChannelsSettings {
        channels = java.util.Collections.unmodifiableMap(new TreeMap<>(channels));
    }

    /** Everything that is wrong with any channel. */
    public List<SettingProblem> problems() {
        return channels.entrySet().stream()
                .flatMap(channel -> new ChannelCheck(channel.getKey(), channel.getValue()).problems().stream())
                .toList();
    }
}
