package dev.callsift.pipeline.operations;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where news of the queue goes ({@code callsift.operations}).
 *
 * @param channels names of configured channels that are told of items that are new or changed
 * @param alertChannels names of those that are told when a saved search finds a new call
 */
@ConfigurationProperties(prefix = "callsift.operations", ignoreUnknownFields = false)
public record OperationsSettings(
        @DefaultValue List<String> channels, @DefaultValue List<String> alertChannels) {

    public OperationsSettings {
        channels = List.copyOf(channels);
        alertChannels = List.copyOf(alertChannels);
    }
}
