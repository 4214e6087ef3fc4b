package dev.callsift.pipeline.audio;

import dev.callsift.pipeline.metadata.Direction;
import dev.callsift.pipeline.recording.RecordingKey;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How recordings are listened to.
 *
 * @param channels who is on which channel, per source; the first rule whose pattern matches a recording's key counts
 */
@ConfigurationProperties(prefix = "callsift.audio", ignoreUnknownFields = false)
public record AudioSettings(@DefaultValue List<ChannelRule> channels) {

    private static final ChannelAssignment AGENT_FIRST = new ChannelAssignment(0, 1, false);

    public AudioSettings {
        channels = List.copyOf(channels);
    }

    /** Who is on which channel of a recording; without a rule for it, the agent first and the assignment not explicit. */
    public ChannelAssignment assign(RecordingKey key, Direction direction) {
        return channels.stream()
                .filter(rule -> rule.matches(key))
                .findFirst()
                .map(rule -> rule.assign(direction))
                .orElse(AGENT_FIRST);
    }
}
