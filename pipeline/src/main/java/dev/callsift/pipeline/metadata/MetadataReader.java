package dev.callsift.pipeline.metadata;

import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.SettingsException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * Reads what is known about a call without listening. Each fact is taken from the sidecar, else from the object's metadata,
 * else from the key; what none of them says stays unknown. Immutable and safe for use by several threads.
 */
public final class MetadataReader {

    private static final MetadataReading NOTHING = new MetadataReading(CallMetadata.UNKNOWN, List.of());

    private final ZoneId zone;
    private final List<KeyPattern> patterns;

    /** @throws SettingsException when the settings are wrong, with all problems (fate: stop) */
    public MetadataReader(MetadataSettings settings) {
        SettingsException.throwIfAny(settings.problems());
        this.zone = ZoneId.of(settings.zone());
        this.patterns = Conventions.of(settings);
    }

    /**
     * Never fails: a sidecar that is no JSON, or a time that is none, costs that source its say and gives a warning.
     *
     * @param userMetadata the object's metadata in its store
     * @param sidecar the text of the sidecar, when there is one
     */
    public MetadataReading read(RecordingKey key, Map<String, String> userMetadata, Optional<String> sidecar) {
        MetadataReading fromSidecar = sidecar.map(this::ofSidecar).orElse(NOTHING);
        MetadataReading fromObject = new Fields("the object's metadata", userMetadata).read(zone);
        MetadataReading fromKey = ofKey(key.value());
        CallMetadata call = fromSidecar.call().orElse(fromObject.call()).orElse(fromKey.call());
        List<String> warnings = Stream.of(fromSidecar, fromObject, fromKey)
                .flatMap(reading -> reading.warnings().stream())
                .toList();
        return new MetadataReading(call, warnings);
    }

    private MetadataReading ofKey(String key) {
        return patterns.stream()
                .flatMap(pattern -> pattern.read(key, zone).stream())
                .findFirst()
                .orElse(NOTHING);
    }

    private MetadataReading ofSidecar(String json) {
        try {
            return new Fields("the sidecar", SidecarJson.read(json)).read(zone);
        } catch (JacksonException e) {
            return unread(e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return unread(String.valueOf(e.getMessage()));
        }
    }

    private static MetadataReading unread(String why) {
        String warning =
                "the sidecar cannot be read (" + Notes.shown(why) + ") and counts for nothing; correct it, then retry";
        return new MetadataReading(CallMetadata.UNKNOWN, List.of(warning));
    }
}
