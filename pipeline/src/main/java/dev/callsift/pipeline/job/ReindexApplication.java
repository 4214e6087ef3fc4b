package dev.callsift.pipeline.job;

import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.operations.CallOrders;
import dev.callsift.pipeline.recording.DocumentStore;
import dev.callsift.pipeline.recording.RecordingStore;
import dev.callsift.pipeline.verdict.SpeakerVerdicts;
import dev.callsift.pipeline.verdict.Verdicts;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A process that makes the index again: it needs the stores and the ledger, but no speech model and no batch job. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {BatchAutoConfiguration.class, BatchJdbcAutoConfiguration.class})
@Import({LedgerConfiguration.class, StoreConfiguration.class, OperationsConfiguration.class})
public final class ReindexApplication {

    @Bean
    IndexRebuild indexRebuild(
            JobSettings settings,
            RecordingStore recordings,
            DocumentStore documents,
            Ledger ledger,
            Verdicts verdicts,
            CallOrders orders,
            SpeakerVerdicts speakers,
            DataSource database) {
        return new IndexRebuild(
                settings, recordings.location(), documents, ledger, verdicts, orders, speakers, database);
    }
}
