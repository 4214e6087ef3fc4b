package dev.callsift.cli;

import dev.callsift.pipeline.job.JobSettings;
import dev.callsift.pipeline.operations.OperationsSettings;
import dev.callsift.pipeline.outbox.Outbox;
import dev.callsift.pipeline.outbox.OutboxMessage;
import dev.callsift.search.CallSearch;
import dev.callsift.search.saved.AlertMessage;
import dev.callsift.search.saved.AlertMessages;
import dev.callsift.search.saved.Alerts;
import dev.callsift.search.saved.NewCallAlerts;
import dev.callsift.search.saved.SavedSearches;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a process that runs the job needs so that saved searches raise alerts for the calls it indexes. */
@Configuration(proxyBeanMethods = false)
@Import(SavedSearchConfiguration.class)
final class AlertConfiguration {

    @Bean
    CallSearch callSearch(JobSettings settings) {
        return new CallSearch(settings.index(), Duration.ZERO);
    }

    /** Alerts leave with the transaction that keeps them. */
    @Bean
    AlertMessages alertMessages(Outbox outbox, OperationsSettings settings) {
        return message -> settings.alertChannels()
                .forEach(channel -> outbox.add(new OutboxMessage(
                        AlertMessage.TOPIC, message.subjectId(), channel, message.payloadJson(), message.at())));
    }

    @Bean
    NewCallAlerts newCallAlerts(
            CallSearch search, SavedSearches searches, Alerts alerts, AlertMessages messages, InstantSource clock) {
        return new NewCallAlerts(search, searches, alerts, messages, clock);
    }
}
