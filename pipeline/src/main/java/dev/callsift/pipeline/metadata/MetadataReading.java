package dev.callsift.pipeline.metadata;

import java.util.List;

/**
 * What could be read about a call, and what could not.
 *
 * @param call what is known
 * @param warnings for people, each one clause without the recording's key; empty when all that was there could be read
 */
public record MetadataReading(CallMetadata call, List<String> warnings) {

    public MetadataReading {
        warnings = List.copyOf(warnings);
    }
}
