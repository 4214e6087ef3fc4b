package dev.callsift.cli;

import dev.callsift.search.saved.Alerts;
import dev.callsift.search.saved.SavedSearches;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Saved searches and their alerts, in the database that the ledger is in. */
@Configuration(proxyBeanMethods = false)
final class SavedSearchConfiguration {

    @Bean
    SavedSearches savedSearches(JdbcClient database, InstantSource clock) {
        return new SavedSearches(database, clock);
    }

    @Bean
    Alerts alerts(JdbcClient database, InstantSource clock) {
        return new Alerts(database, clock);
    }
}
