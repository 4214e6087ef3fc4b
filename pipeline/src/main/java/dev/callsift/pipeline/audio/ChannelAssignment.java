package dev.callsift.pipeline.audio;

/**
 * Which channel holds whom in a recording that has a channel per speaker, counted from 0. The channel rule finds it for a
 * recording from its key and the direction of the call.
 *
 * @param explicit whether a rule named the channels; only then are recordings of more than two channels taken
 */
public record ChannelAssignment(int agent, int customer, boolean explicit) {

    public ChannelAssignment {
        if (agent < 0 || customer < 0 || agent == customer) {
            throw new IllegalArgumentException(
                    "agent and customer are on two channels counted from 0, not " + agent + " and " + customer);
        }
    }
}
