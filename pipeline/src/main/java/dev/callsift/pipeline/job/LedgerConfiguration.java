package dev.callsift.pipeline.job;

import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.outbox.Outbox;
import dev.callsift.pipeline.verdict.SpeakerVerdicts;
import dev.callsift.pipeline.verdict.Verdicts;
import java.time.InstantSource;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The database and the ledger: all that {@code status} and {@code retry} need. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobSettings.class)
public final class LedgerConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    /** The configured database, or an H2 file in callsift's folder, which several processes of this machine may use at once. */
    @Bean
    JdbcConnectionDetails database(DataSourceProperties configured, JobSettings settings) {
        return configured.getUrl() == null ? new H2File(settings.home()) : new ConfiguredDatabase(configured);
    }

    @Bean
    JavaMigration batchSchema() {
        return new BatchSchemaMigration();
    }

    @Bean
    Ledger ledger(JdbcClient database, PlatformTransactionManager transactions, InstantSource clock) {
        return new Ledger(database, transactions, clock);
    }

    /** Every process that changes something may tell of it. */
    @Bean
    Outbox outbox(JdbcClient database, PlatformTransactionManager transactions, InstantSource clock) {
        return new Outbox(database, transactions, clock);
    }

    @Bean
    Verdicts verdicts(JdbcClient database) {
        return new Verdicts(database);
    }

    @Bean
    SpeakerVerdicts speakerVerdicts(JdbcClient database) {
        return new SpeakerVerdicts(database);
    }
}
