package dev.callsift.pipeline.audio;

import dev.callsift.pipeline.metadata.Direction;

/** Who is on the first (left) channel of the recordings of a source. The other one is on the second. */
public enum ChannelOrder {
    AGENT_FIRST,
    CUSTOMER_FIRST,
    /**
     * The one who placed the call, as FreeSWITCH records its A leg: the customer of an inbound call, the agent of an outbound
     * one. A call of unknown direction is taken for inbound.
     */
    CALLER_FIRST;

    boolean agentFirst(Direction direction) {
        return switch (this) {
            case AGENT_FIRST -> true;
            case CUSTOMER_FIRST -> false;
            case CALLER_FIRST ->
                switch (direction) {
                    case OUTBOUND -> true;
                    case INBOUND, INTERNAL, UNKNOWN -> false;
                };
        };
    }
}
