package dev.callsift.pipeline.channel;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The configured ways out. Thread-safe; settings must have been checked. */
public final class Channels implements AutoCloseable {

    private final Map<String, ConfiguredChannel> channels = new TreeMap<>();

    public Channels(ChannelsSettings settings, OutgoingSettings outgoing, InstantSource clock) {
        AddressPolicy policy = new AddressPolicy(outgoing.allowedNetworks());
        settings.channels().forEach((name, each) -> {
            Parts parts = new Parts(name, each, outgoing, policy, clock);
            channels.put(name, parts.configured());
        });
    }

    /** For whoever has channels of a kind of their own. */
    public Channels(Collection<ConfiguredChannel> ready) {
        ready.forEach(channel -> channels.put(channel.name(), channel));
    }

    public Optional<ConfiguredChannel> find(String name) {
        return Optional.ofNullable(channels.get(name));
    }

    /** All, by name. */
    public Collection<ConfiguredChannel> all() {
        return channels.values();
    }

    @Override
    public void close() {
        channels.values().forEach(each -> each.channel().close());
    }

    /** What one channel is put together from. */
    private record Parts(
            String name,
            ChannelSettings settings,
            OutgoingSettings outgoing,
            AddressPolicy policy,
            InstantSource clock) {

        ConfiguredChannel configured() {
            ChannelType type = Objects.requireNonNull(settings.type());
            ZoneId zone = ZoneId.of(settings.zone());
            return new ConfiguredChannel(
                    name,
                    type,
                    channel(type, new Templates(outgoing.templates(), zone), zone),
                    settings.dryRun() || outgoing.dryRun(),
                    Optional.ofNullable(settings.quiet()).flatMap(text -> QuietHours.parse(text, zone)),
                    settings.rateLimit(),
                    settings.ratePeriod(),
                    settings.digest());
        }

        private Channel channel(ChannelType type, Templates templates, ZoneId zone) {
            return switch (type) {
                case WEBHOOK -> new WebhookChannel(given(settings.url()), settings.secrets(), sender(), clock);
                case SLACK -> new SlackChannel(given(settings.url()), sender(), templates);
                case EMAIL -> new MailChannel(settings, templates, policy);
                case SMS, WHATSAPP -> new TextChannel(settings.to(), provider(type), templates);
                case FILE -> new FileDrop(name, given(settings.folder()), settings.columns(), zone);
            };
        }

        private TextProvider provider(ChannelType type) {
            return new TwilioMessages(
                    settings.api(),
                    given(settings.account()),
                    given(settings.token()),
                    given(settings.from()),
                    type,
                    sender());
        }

        private HttpSender sender() {
            return new HttpSender(policy, clock);
        }

        private static <T> T given(@org.jspecify.annotations.Nullable T setting) {
            return Objects.requireNonNull(setting);
        }
    }
}
