package dev.callsift.pipeline.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MetadataSettingsTest {

    private static MetadataSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("callsift.metadata", MetadataSettings.class);
    }

    @Test
    void haveTheDocumentedDefaults() {
        assertThat(bind(Map.of())).isEqualTo(MetadataSettings.of("UTC"));
        assertThat(bind(Map.of()).problems()).isEmpty();
    }

    @Test
    void takeAPatternOfOnesOwn() {
        MetadataSettings settings = bind(Map.of(
                "callsift.metadata.zone", "Asia/Kolkata",
                "callsift.metadata.patterns.dialler.regex", "(?<agent>\\w+)-(?<timestamp>.+)\\.wav",
                "callsift.metadata.patterns.dialler.format", "uuuuMMddHHmmss",
                "callsift.metadata.patterns.dialler.direction", "outbound"));

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.patterns()).hasEntrySatisfying("dialler", format -> assertThat(format.direction())
                .isEqualTo(Direction.OUTBOUND));
    }
}
