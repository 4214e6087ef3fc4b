package dev.callsift.cli;

import dev.callsift.pipeline.job.JobSettings;
import dev.callsift.pipeline.job.ReviewedCalls;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.operations.CallOrders;
import dev.callsift.pipeline.recording.DocumentStore;
import dev.callsift.pipeline.recording.RecordingStore;
import dev.callsift.pipeline.verdict.CallNotes;
import dev.callsift.pipeline.verdict.SpeakerVerdicts;
import dev.callsift.pipeline.verdict.Verdicts;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What reviewers say of calls, and the way of that into the index. */
@Configuration(proxyBeanMethods = false)
final class VerdictConfiguration {

    @Bean
    ReviewedCalls reviewedCalls(
            JobSettings settings,
            RecordingStore recordings,
            DocumentStore documents,
            Ledger ledger,
            Verdicts verdicts,
            CallOrders orders,
            SpeakerVerdicts speakers,
            DataSource database,
            PlatformTransactionManager transactions) {
        return new ReviewedCalls(
                settings, recordings.location(), documents, ledger, verdicts, orders, speakers, database, transactions);
    }

    @Bean
    CallNotes callNotes(JdbcClient database) {
        return new CallNotes(database);
    }
}
