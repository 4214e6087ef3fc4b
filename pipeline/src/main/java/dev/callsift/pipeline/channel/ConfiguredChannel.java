package dev.callsift.pipeline.channel;

import java.time.Duration;
import java.util.Optional;

/**
 * A channel with what was configured for it.
 *
 * @param dryRun whether nothing is to be sent
 * @param rateLimit sendings per recipient and period, 0 for any number
 * @param digestFrom from how many waiting messages on they leave as one; 0 for never
 */
public record ConfiguredChannel(
        String name,
        ChannelType type,
        Channel channel,
        boolean dryRun,
        Optional<QuietHours> quiet,
        int rateLimit,
        Duration ratePeriod,
        int digestFrom) {}
