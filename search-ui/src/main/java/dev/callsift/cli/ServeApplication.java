package dev.callsift.cli;

import dev.callsift.pipeline.job.JobSettings;
import dev.callsift.pipeline.job.LedgerConfiguration;
import dev.callsift.pipeline.job.StoreConfiguration;
import dev.callsift.pipeline.job.TaggingConfiguration;
import dev.callsift.search.CallSearch;
import dev.callsift.ui.UiConfiguration;
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
    ReviewConfiguration.class,
    SavedSearchConfiguration.class,
    UiConfiguration.class
})
final class ServeApplication {

    @Bean
    CallSearch callSearch(JobSettings settings) {
        return new CallSearch(settings.index());
    }
}
