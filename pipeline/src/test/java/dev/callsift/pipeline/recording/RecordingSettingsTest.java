package dev.callsift.pipeline.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class RecordingSettingsTest {

    private static RecordingSettings bind(Map<String, String> properties) {
        Map<String, String> prefixed = new HashMap<>();
        properties.forEach((key, value) -> prefixed.put("callsift.recording." + key, value));
        return new Binder(new MapConfigurationPropertySource(prefixed))
                .bindOrCreate("callsift.recording", RecordingSettings.class);
    }

    @Test
    void haveTheDocumentedDefaults() {
        RecordingSettings settings = bind(Map.of("source", "/recordings"));

        assertThat(settings).isEqualTo(RecordingSettings.of("/recordings"));
        assertThat(settings.maxSize()).isEqualTo(DataSize.ofGigabytes(2));
        assertThat(settings.extensions()).contains("wav", "opus", "amr").hasSize(15);
        assertThat(settings.problems()).isEmpty();
    }

    @Test
    void takeEverySetting() {
        RecordingSettings settings = bind(Map.ofEntries(
                Map.entry("source", "s3://calls/2026"),
                Map.entry("documents", "s3://callsift"),
                Map.entry("endpoint", "http://minio:9000"),
                Map.entry("region", "eu-central-1"),
                Map.entry("access-key", "ana"),
                Map.entry("secret-key", "very secret"),
                Map.entry("max-size", "300MB"),
                Map.entry("extensions", "WAV,mp3"),
                Map.entry("page-size", "50"),
                Map.entry("settle", "10s"),
                Map.entry("timeout", "5s")));

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.sourceLocation()).contains(new StoreLocation.Bucket("calls", "2026/"));
        assertThat(settings.documentsLocation()).contains(new StoreLocation.Bucket("callsift", ""));
        assertThat(settings.extensions()).containsExactly("wav", "mp3");
        assertThat(settings.maxSize()).isEqualTo(DataSize.ofMegabytes(300));
        assertThat(settings.settle()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void refuseAnUnknownKey() {
        Binder binder =
                new Binder(new MapConfigurationPropertySource(Map.of("callsift.recording.sauce", "/recordings")));

        assertThatThrownBy(() -> binder.bind(
                        "callsift.recording",
                        Bindable.of(RecordingSettings.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT)))
                .isInstanceOf(BindException.class);
        assertThat(RecordingSettings.class
                        .getAnnotation(ConfigurationProperties.class)
                        .ignoreUnknownFields())
                .isFalse();
    }

    @Test
    void nameAllProblemsTogether() {
        RecordingSettings settings = bind(Map.of(
                "source", "s3://Calls",
                "documents", "s3://documents",
                "endpoint", "minio:9000",
                "max-size", "0",
                "page-size", "5000",
                "settle", "-1s",
                "timeout", "0s",
                "extensions", ".wav"));

        assertThatThrownBy(() -> RecordingStores.open(settings, InstantSource.system()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("callsift.recording.source is 's3://Calls'")
                .hasMessageContaining("callsift.recording.endpoint is 'minio:9000'; it must be the address")
                .hasMessageContaining("callsift.recording.max-size is '0B'")
                .hasMessageContaining("callsift.recording.page-size is '5000'; it must be a number from 1 to 1000")
                .hasMessageContaining("callsift.recording.settle is 'PT-1S'")
                .hasMessageContaining("callsift.recording.timeout is 'PT0S'")
                .hasMessageContaining("callsift.recording.extensions is '[.wav]'");
    }

    @Test
    void askForASource() {
        assertThat(bind(Map.of()).problems())
                .extracting(SettingProblem::toString)
                .singleElement()
                .asString()
                .startsWith("callsift.recording.source is not set; it must be s3://bucket");
    }

    @Test
    void refuseAnotherScheme() {
        assertThat(RecordingSettings.of("https://example.com/calls").problems()).hasSize(1);
    }

    @Test
    void neverShowTheKeys() {
        RecordingSettings settings =
                bind(Map.of("source", "s3://calls", "access-key", "AKIA-ana", "secret-key", "very secret"));

        assertThat(settings.toString()).doesNotContain("AKIA-ana", "very secret");
        assertThat(Credentials.of(settings, name -> null).toString()).doesNotContain("AKIA-ana", "very secret");
        assertThat(settings.problems().toString()).doesNotContain("AKIA-ana", "very secret");
    }

    @Test
    void takeKeysFromTheEnvironmentWhereTheyAreNotSet() {
        Map<String, String> environment = Map.of("MINIO_ACCESS_KEY", "ana", "AWS_SECRET_ACCESS_KEY", "secret");

        assertThat(Credentials.of(RecordingSettings.of("s3://calls"), environment::get))
                .isEqualTo(new Credentials("ana", "secret"));
    }

    @Test
    void refuseAFolderThatIsMissing() {
        Path missing = Path.of("no", "such", "folder").toAbsolutePath();

        assertThatThrownBy(() -> RecordingStores.open(RecordingSettings.of(missing.toString()), InstantSource.system()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("callsift.recording.source is '" + missing + "'")
                .hasMessageContaining("create it");
    }
}
