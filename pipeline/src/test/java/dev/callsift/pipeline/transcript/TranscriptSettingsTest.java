package dev.callsift.pipeline.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.recording.SettingProblem;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class TranscriptSettingsTest {

    private static TranscriptSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("callsift.transcript", TranscriptSettings.class);
    }

    @Test
    void needsNoConfiguration() {
        TranscriptSettings settings = bind(Map.of());
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.model()).isEqualTo("demo-en-8k");
        assertThat(settings.recognizingThreads()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(new TranscriptSettings(
                        settings.model(),
                        1,
                        settings.deadlineFactor(),
                        settings.deadlineBase(),
                        settings.startLimit(),
                        settings.recycleAfter(),
                        settings.recycleMemory(),
                        settings.heap(),
                        settings.utterancePause()))
                .isEqualTo(TranscriptSettings.ofThreads(1));
    }

    @Test
    void takesEverySetting() {
        assertThat(bind(Map.of(
                        "callsift.transcript.model", "/opt/vosk",
                        "callsift.transcript.threads", "3",
                        "callsift.transcript.deadline-factor", "2.5",
                        "callsift.transcript.deadline-base", "1m",
                        "callsift.transcript.start-limit", "10m",
                        "callsift.transcript.recycle-after", "7",
                        "callsift.transcript.recycle-memory", "4GB",
                        "callsift.transcript.heap", "128MB",
                        "callsift.transcript.utterance-pause", "500ms")))
                .isEqualTo(new TranscriptSettings(
                        "/opt/vosk",
                        3,
                        2.5,
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(10),
                        7,
                        DataSize.ofGigabytes(4),
                        DataSize.ofMegabytes(128),
                        Duration.ofMillis(500)));
    }

    @Test
    void namesAllProblemsTogether() {
        var wrong = new TranscriptSettings(
                " ",
                0,
                Double.NaN,
                Duration.ZERO,
                Duration.ofSeconds(-1),
                0,
                DataSize.ofBytes(0),
                DataSize.ofMegabytes(8),
                Duration.ZERO);
        assertThat(wrong.problems())
                .extracting(SettingProblem::key)
                .containsExactly(
                        "callsift.transcript.model",
                        "callsift.transcript.threads",
                        "callsift.transcript.deadline-factor",
                        "callsift.transcript.deadline-base",
                        "callsift.transcript.start-limit",
                        "callsift.transcript.recycle-after",
                        "callsift.transcript.recycle-memory",
                        "callsift.transcript.heap",
                        "callsift.transcript.utterance-pause");
    }
}
