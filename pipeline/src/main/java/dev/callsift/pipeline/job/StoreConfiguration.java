package dev.callsift.pipeline.job;

import dev.callsift.pipeline.recording.DocumentStore;
import dev.callsift.pipeline.recording.RecordingSettings;
import dev.callsift.pipeline.recording.RecordingStore;
import dev.callsift.pipeline.recording.RecordingStores;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The object storage: recordings and documents. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecordingSettings.class)
public final class StoreConfiguration {

    @Bean
    RecordingStore recordings(RecordingSettings settings, InstantSource clock) {
        return RecordingStores.open(settings, clock);
    }

    @Bean
    DocumentStore documents(RecordingSettings settings, JobSettings job) {
        return RecordingStores.openDocuments(settings, job.home().resolve("documents"));
    }
}
