package dev.callsift.ui.outbox;

import dev.callsift.pipeline.channel.ConfiguredChannel;
import dev.callsift.pipeline.outbox.ChannelFigures;
import dev.callsift.ui.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A channel and how it is doing.
 *
 * @param mark the style sheet's class: fine, waiting, dead or dry
 * @param status the same in words
 * @param recipients who gets what it sends; hosts, not addresses, of those whose address is a secret
 * @param rules quiet hours, limits and digests, in words; empty when there are none
 */
record ChannelView(
        String name,
        String type,
        String mark,
        String status,
        String recipients,
        String rules,
        long pending,
        long dead,
        long delivered,
        String last) {

    static ChannelView of(ConfiguredChannel channel, ChannelFigures figures) {
        return new ChannelView(
                channel.name(),
                type(channel),
                mark(channel, figures),
                status(channel, figures),
                String.join(", ", channel.channel().recipients()),
                rules(channel),
                figures.pending(),
                figures.dead(),
                figures.delivered(),
                figures.lastDelivered()
                        .map(last -> Clock.start(last.atOffset(ZoneOffset.UTC)))
                        .orElse("never"));
    }

    static ChannelView unknown(String name, ChannelFigures figures) {
        return new ChannelView(
                name,
                "not configured",
                figures.dead() > 0 ? "dead" : "dry",
                "There is no channel of this name",
                "nobody",
                "",
                figures.pending(),
                figures.dead(),
                figures.delivered(),
                "never");
    }

    private static String type(ConfiguredChannel channel) {
        return switch (channel.type()) {
            case WEBHOOK -> "Webhook";
            case EMAIL -> "E-mail";
            case SMS -> "SMS";
            case WHATSAPP -> "WhatsApp";
            case SLACK -> "Slack";
            case FILE -> "File per day";
        };
    }

    private static String mark(ConfiguredChannel channel, ChannelFigures figures) {
        if (figures.dead() > 0) {
            return "dead";
        }
        return channel.dryRun() ? "dry" : figures.pending() > 0 ? "waiting" : "fine";
    }

    private static String status(ConfiguredChannel channel, ChannelFigures figures) {
        if (figures.dead() > 0) {
            return "Needs someone to look";
        }
        return channel.dryRun()
                ? "Dry run, nothing is sent"
                : figures.pending() > 0 ? "Messages are waiting" : "Nothing is waiting";
    }

    private static String rules(ConfiguredChannel channel) {
        String quiet = channel.quiet()
                .map(hours -> "quiet " + hours.from() + " to " + hours.to() + " " + hours.zone())
                .orElse("");
        String limit = channel.rateLimit() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "at most %d in %s for each recipient",
                        channel.rateLimit(),
                        Clock.length(channel.ratePeriod().toMillis()));
        String digest = channel.digestFrom() == 0 ? "" : channel.digestFrom() + " or more waiting leave as one";
        return Stream.of(quiet, limit, digest).filter(rule -> !rule.isEmpty()).collect(Collectors.joining(" · "));
    }
}
