package dev.callsift.pipeline.job;

import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.operations.CallOrders;
import dev.callsift.pipeline.operations.WorkItems;
import dev.callsift.pipeline.recording.DocumentStore;
import dev.callsift.pipeline.recording.RecordingStore;
import dev.callsift.pipeline.tagging.Tagger;
import dev.callsift.pipeline.verdict.SpeakerVerdicts;
import dev.callsift.pipeline.verdict.Verdicts;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/** A process that tags stored calls again: it needs the stores, the ledger and the taxonomy, but no speech model and no batch job. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {BatchAutoConfiguration.class, BatchJdbcAutoConfiguration.class})
@Import({TaggingConfiguration.class, LedgerConfiguration.class, StoreConfiguration.class, OperationsConfiguration.class
})
public final class RetagApplication {

    @Bean
    Retagging retagging(
            JobSettings settings,
            RecordingStore recordings,
            DocumentStore documents,
            Ledger ledger,
            Verdicts verdicts,
            SpeakerVerdicts speakers,
            DataSource database,
            Tagger tagger,
            WorkItems items,
            CallOrders orders,
            PlatformTransactionManager transactions) {
        return new Retagging(
                settings,
                recordings.location(),
                documents,
                ledger,
                verdicts,
                speakers,
                database,
                tagger,
                items,
                orders,
                transactions);
    }
}
