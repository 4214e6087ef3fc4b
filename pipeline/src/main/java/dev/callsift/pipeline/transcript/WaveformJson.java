package dev.callsift.pipeline.transcript;

import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Peaks as JSON documents in UTF-8, by {@code docs/schema/peaks-1.json}. Stateless and safe for use by several threads. */
public final class WaveformJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private WaveformJson() {}

    public static byte[] write(Waveform waveform) {
        byte[] json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(waveform);
        byte[] document = Arrays.copyOf(json, json.length + 1);
        document[json.length] = '\n';
        return document;
    }

    /** Empty when the document is none, or one of another schema version: a call can be shown without its waveform. */
    public static Optional<Waveform> read(byte[] document) {
        try {
            return Optional.ofNullable(JSON.readValue(document, Waveform.class));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
