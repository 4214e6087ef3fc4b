package dev.callsift.pipeline.job;

import dev.callsift.pipeline.audio.AudioSettings;
import dev.callsift.pipeline.metadata.MetadataSettings;
import dev.callsift.pipeline.recording.RecordingSettings;
import dev.callsift.pipeline.recording.SettingProblem;
import dev.callsift.pipeline.recording.SettingsException;
import dev.callsift.pipeline.tagging.TaggingSettings;
import dev.callsift.pipeline.transcript.TranscriptSettings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of every stage, checked together before anything is made of them, so that all problems are told at once. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    RecordingSettings.class,
    MetadataSettings.class,
    AudioSettings.class,
    TranscriptSettings.class,
    TaggingSettings.class
})
final class SettingsConfiguration {

    /** What is left when nothing is wrong. */
    record CheckedSettings(
            JobSettings job,
            RecordingSettings recording,
            MetadataSettings metadata,
            AudioSettings audio,
            TranscriptSettings transcript) {}

    /** @throws SettingsException with the problems of all stages */
    @Bean
    CheckedSettings checkedSettings(
            JobSettings job,
            RecordingSettings recording,
            MetadataSettings metadata,
            AudioSettings audio,
            TranscriptSettings transcript,
            TaggingSettings tagging) {
        List<SettingProblem> problems = new ArrayList<>(job.problems());
        problems.addAll(recording.problems());
        problems.addAll(metadata.problems());
        problems.addAll(transcript.problems());
        problems.addAll(tagging.problems());
        SettingsException.throwIfAny(problems);
        return new CheckedSettings(job, recording, metadata, audio, transcript);
    }
}
