package dev.callsift.ui.outbox;

import dev.callsift.pipeline.channel.ConfiguredChannel;
import dev.callsift.pipeline.channel.Templates;
import dev.callsift.pipeline.outbox.OutboxContents;
import dev.callsift.pipeline.outbox.SampleMessages;
import java.util.List;

/**
 * What a channel would send of an invented message.
 *
 * @param files names of templates that would change it
 */
record PreviewPage(
        ChannelView channel,
        List<String> topics,
        String topic,
        boolean digest,
        boolean hasDigest,
        String text,
        List<String> files) {

    static PreviewPage of(ConfiguredChannel channel, String topic, boolean digest, OutboxContents contents) {
        boolean together = digest && channel.digestFrom() > 0;
        return new PreviewPage(
                ChannelView.of(channel, contents.figures(channel.name())),
                SampleMessages.TOPICS,
                topic,
                together,
                channel.digestFrom() > 0,
                text(channel, topic, together),
                switch (channel.type()) {
                    case WEBHOOK, FILE -> List.of();
                    case EMAIL, SMS, WHATSAPP, SLACK -> Templates.names(together ? "digest" : topic);
                });
    }

    private static String text(ConfiguredChannel channel, String topic, boolean digest) {
        try {
            return channel.channel().preview(SampleMessages.parcel(topic, digest));
        } catch (Templates.TemplateUnusableException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
