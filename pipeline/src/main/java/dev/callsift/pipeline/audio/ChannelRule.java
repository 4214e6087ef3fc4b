package dev.callsift.pipeline.audio;

import dev.callsift.pipeline.metadata.Direction;
import dev.callsift.pipeline.recording.RecordingKey;
import org.jspecify.annotations.Nullable;
import org.springframework.util.AntPathMatcher;

/**
 * Who is on which channel in the recordings of one source: either an order, or the two channels by number.
 *
 * @param keys which recordings it is for, a pattern over their keys: {@code *} stands for anything but a slash, {@code **}
 *     for any folders; all when not given
 * @param order who comes first; not given when the channels are
 * @param agent the agent's channel, counted from 0; given together with the customer's
 * @param customer the customer's channel, counted from 0
 */
public record ChannelRule(
        @Nullable String keys,
        @Nullable ChannelOrder order,
        @Nullable Integer agent,
        @Nullable Integer customer) {

    private static final AntPathMatcher MATCHER = new AntPathMatcher();

    public ChannelRule {
        keys = keys == null || keys.isBlank() ? "**" : keys;
        boolean numbered = agent != null && customer != null;
        if (numbered == (order != null) || (agent == null) != (customer == null)) {
            throw new IllegalArgumentException("callsift.audio.channels for keys " + keys
                    + ": give either order (agent-first, customer-first, caller-first) or both agent and customer"
                    + " (channels counted from 0), not order=" + order + ", agent=" + agent + ", customer=" + customer);
        }
        if (agent != null && customer != null) {
            new ChannelAssignment(agent, customer, true);
        }
    }

    boolean matches(RecordingKey key) {
        // a leading slash on one side only would make Ant's patterns fail without a word
        return keys != null && MATCHER.match(withoutSlash(keys), withoutSlash(key.value()));
    }

    ChannelAssignment assign(Direction direction) {
        if (agent != null && customer != null) {
            return new ChannelAssignment(agent, customer, true);
        }
        boolean agentFirst = order != null && order.agentFirst(direction);
        return new ChannelAssignment(agentFirst ? 0 : 1, agentFirst ? 1 : 0, true);
    }

    private static String withoutSlash(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
