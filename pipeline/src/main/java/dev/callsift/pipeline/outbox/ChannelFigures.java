package dev.callsift.pipeline.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * How a channel is doing, in numbers of messages.
 *
 * @param lastDelivered when the last of them was
 */
public record ChannelFigures(long pending, long dead, long delivered, Optional<Instant> lastDelivered) {}
