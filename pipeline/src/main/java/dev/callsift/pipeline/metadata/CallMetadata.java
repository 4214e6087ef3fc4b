package dev.callsift.pipeline.metadata;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a call besides its sound. A component that could not be read is {@code null} and is shown as unknown.
 *
 * @param callId the telephone system's own id of the call
 * @param startedAt when the call began, with the zone offset it was written in or that the source's configuration names
 * @param agent the agent's name or login, as the source spells it
 * @param customerNumber the other party's number, as the source spells it
 * @param direction inbound, outbound, internal or unknown
 * @param queue the queue or line it came through
 */
public record CallMetadata(
        @Nullable String callId,
        @Nullable OffsetDateTime startedAt,
        @Nullable String agent,
        @Nullable String customerNumber,
        Direction direction,
        @Nullable String queue) {

    /** A call of which nothing is known. */
    public static final CallMetadata UNKNOWN = new CallMetadata(null, null, null, null, Direction.UNKNOWN, null);

    /** These facts, and where one is not known, the other's. */
    CallMetadata orElse(CallMetadata other) {
        return new CallMetadata(
                callId == null ? other.callId : callId,
                startedAt == null ? other.startedAt : startedAt,
                agent == null ? other.agent : agent,
                customerNumber == null ? other.customerNumber : customerNumber,
                direction == Direction.UNKNOWN ? other.direction : direction,
                queue == null ? other.queue : queue);
    }
}
