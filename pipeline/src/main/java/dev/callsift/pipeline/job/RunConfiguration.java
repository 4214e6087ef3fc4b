package dev.callsift.pipeline.job;

import dev.callsift.models.speech.SpeechModel;
import dev.callsift.models.speech.SpeechModels;
import dev.callsift.pipeline.index.IndexedCallListener;
import dev.callsift.pipeline.job.SettingsConfiguration.CheckedSettings;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.metadata.MetadataReader;
import dev.callsift.pipeline.operations.CallOrders;
import dev.callsift.pipeline.operations.WorkItems;
import dev.callsift.pipeline.recording.DocumentStore;
import dev.callsift.pipeline.recording.RecordingStore;
import dev.callsift.pipeline.tagging.Tagger;
import dev.callsift.pipeline.transcript.VoskRecognizer;
import dev.callsift.pipeline.verdict.SpeakerVerdicts;
import dev.callsift.pipeline.verdict.Verdicts;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The parts of a run. */
@Configuration(proxyBeanMethods = false)
final class RunConfiguration {

    /** Opened at start, so that a model that is missing, broken or too large stops the run before it touches anything. */
    @Bean
    SpeechModel speechModel(CheckedSettings settings) {
        return SpeechModels.standard().open(settings.transcript().model());
    }

    @Bean
    PipelineParts parts(
            CheckedSettings settings,
            RecordingStore recordings,
            DocumentStore documents,
            SpeechModel speechModel,
            Tagger tagger,
            Ledger ledger,
            WorkItems items,
            CallOrders orders,
            Verdicts verdicts,
            SpeakerVerdicts speakers,
            ObjectProvider<IndexedCallListener> listeners) {
        return new PipelineParts(
                settings.job(),
                recordings,
                documents,
                new MetadataReader(settings.metadata()),
                settings.audio(),
                speechModel,
                settings.transcript(),
                tagger,
                ledger,
                items,
                orders,
                verdicts,
                speakers,
                listeners.orderedStream().toList());
    }

    @Bean
    RecognizerStart recognizers() {
        return VoskRecognizer::start;
    }

    @Bean
    JobSession.Surroundings surroundings(
            PipelineParts parts,
            RecognizerStart recognizers,
            JobRepository repository,
            JobOperator operator,
            PlatformTransactionManager transactions,
            DataSource database,
            InstantSource clock) {
        return new JobSession.Surroundings(parts, recognizers, repository, operator, transactions, database, clock);
    }

    @Bean
    RecordingRun recordingRun(JobSession.Surroundings surroundings) {
        return new RecordingRun(surroundings);
    }

    @Bean
    ContinuousRun continuousRun(JobSession.Surroundings surroundings) {
        return new ContinuousRun(surroundings);
    }
}
