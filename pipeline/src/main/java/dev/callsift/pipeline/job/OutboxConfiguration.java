package dev.callsift.pipeline.job;

import dev.callsift.pipeline.channel.ChannelSettings;
import dev.callsift.pipeline.channel.Channels;
import dev.callsift.pipeline.channel.ChannelsSettings;
import dev.callsift.pipeline.channel.InboundSettings;
import dev.callsift.pipeline.channel.OutgoingSettings;
import dev.callsift.pipeline.channel.WebhookVerifier;
import dev.callsift.pipeline.outbox.Delivery;
import dev.callsift.pipeline.outbox.InboundRequests;
import dev.callsift.pipeline.outbox.OutboxContents;
import dev.callsift.pipeline.recording.SettingProblem;
import dev.callsift.pipeline.recording.SettingsException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Channels, delivery through them, and what other systems tell us; for a process that also has {@link LedgerConfiguration}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ChannelsSettings.class, OutgoingSettings.class, InboundSettings.class})
public final class OutboxConfiguration {

    /** @throws SettingsException with the problems of all channels, of delivery and of what comes in */
    @Bean
    Channels channels(
            ChannelsSettings channels,
            OutgoingSettings outgoing,
            InboundSettings inbound,
            Environment environment,
            InstantSource clock) {
        List<SettingProblem> problems = new ArrayList<>(unknown(environment));
        problems.addAll(outgoing.problems());
        problems.addAll(channels.problems());
        problems.addAll(inbound.problems());
        SettingsException.throwIfAny(problems);
        return new Channels(channels, outgoing, clock);
    }

    /** Keys below a channel that are no settings; binding the section alone finds them, as it knows nothing beside it. */
    private static List<SettingProblem> unknown(Environment environment) {
        try {
            Binder.get(environment)
                    .bind(
                            "callsift.channels",
                            Bindable.mapOf(String.class, ChannelSettings.class),
                            new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
            return List.of();
        } catch (BindException e) {
            return e.getCause() instanceof UnboundConfigurationPropertiesException unbound
                    ? unbound.getUnboundProperties().stream()
                            .map(OutboxConfiguration::unknown)
                            .toList()
                    : List.of();
        }
    }

    private static SettingProblem unknown(ConfigurationProperty property) {
        // its value may be a secret under a misspelled name
        return new SettingProblem(
                property.getName().toString(), "(not shown)", "one of the settings that docs/configuration.md lists");
    }

    @Bean
    OutboxContents outboxContents(JdbcClient database, InstantSource clock) {
        return new OutboxContents(database, clock);
    }

    @Bean
    Delivery delivery(
            JdbcClient database,
            PlatformTransactionManager transactions,
            Channels channels,
            OutgoingSettings settings,
            InstantSource clock) {
        return new Delivery(database, transactions, channels, settings, clock);
    }

    @Bean
    InboundRequests inboundRequests(JdbcClient database, PlatformTransactionManager transactions, InstantSource clock) {
        return new InboundRequests(database, transactions, clock);
    }

    @Bean
    WebhookVerifier webhookVerifier(InboundSettings settings, InstantSource clock) {
        return new WebhookVerifier(settings, clock);
    }
}
