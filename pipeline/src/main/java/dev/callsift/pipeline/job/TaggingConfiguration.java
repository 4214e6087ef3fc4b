package dev.callsift.pipeline.job;

import dev.callsift.models.language.Taxonomy;
import dev.callsift.pipeline.recording.SettingsException;
import dev.callsift.pipeline.tagging.Tagger;
import dev.callsift.pipeline.tagging.TaggingSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The taxonomy as it is configured, opened at start, so that one that cannot be used stops a command before it touches anything. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TaggingSettings.class)
public final class TaggingConfiguration {

    @Bean
    Taxonomy taxonomy(TaggingSettings settings) {
        SettingsException.throwIfAny(settings.problems());
        return settings.open();
    }

    /** Loaded only by who tags: the pages do with the taxonomy. */
    @Bean
    @Lazy
    Tagger tagger(Taxonomy taxonomy, TaggingSettings settings) {
        return Tagger.of(taxonomy, settings.models());
    }
}
