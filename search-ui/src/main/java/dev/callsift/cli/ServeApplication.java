package dev.callsift.cli;

import dev.callsift.pipeline.channel.OutgoingSettings;
import dev.callsift.pipeline.job.JobSettings;
import dev.callsift.pipeline.job.LedgerConfiguration;
import dev.callsift.pipeline.job.OperationsConfiguration;
import dev.callsift.pipeline.job.OutboxConfiguration;
import dev.callsift.pipeline.job.StoreConfiguration;
import dev.callsift.pipeline.job.TaggingConfiguration;
import dev.callsift.pipeline.outbox.Delivery;
import dev.callsift.pipeline.outbox.DeliveryLoop;
import dev.callsift.pipeline.outbox.OutboxContents;
import dev.callsift.search.CallSearch;
import dev.callsift.ui.UiConfiguration;
import java.time.InstantSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A process that serves the pages: stores, ledger, taxonomy, search and pages, but no speech model and no batch job. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {BatchAutoConfiguration.class, BatchJdbcAutoConfiguration.class})
@Import({
    LedgerConfiguration.class,
    StoreConfiguration.class,
    TaggingConfiguration.class,
    OperationsConfiguration.class,
    OutboxConfiguration.class,
    ReviewConfiguration.class,
    SavedSearchConfiguration.class,
    VerdictConfiguration.class,
    UiConfiguration.class
})
final class ServeApplication {

    @Bean
    CallSearch callSearch(JobSettings settings) {
        return new CallSearch(settings.index());
    }

    /** Messages leave as long as the pages are served. */
    @Bean(initMethod = "start")
    DeliveryLoop deliveryLoop(
            Delivery delivery, OutboxContents contents, OutgoingSettings settings, InstantSource clock) {
        return new DeliveryLoop(delivery, contents, settings, clock);
    }
}
