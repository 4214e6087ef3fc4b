package dev.callsift.pipeline.metadata;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what could not be read. */
final class Notes {

    private static final int SHOWN = 60;

    private final List<String> warnings = new ArrayList<>();

    void add(String warning) {
        warnings.add(warning);
    }

    /** The time, or {@code null} with a warning that says where the unreadable text is from. */
    @Nullable
    OffsetDateTime time(String source, String text, Optional<OffsetDateTime> read) {
        if (read.isEmpty()) {
            add("the start time '" + shown(text) + "' in " + source + " cannot be read and counts as unknown");
        }
        return read.orElse(null);
    }

    MetadataReading with(CallMetadata call) {
        return new MetadataReading(call, warnings);
    }

    /** Short and on one line, whatever was in it. */
    static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, line.offsetByCodePoints(0, SHOWN / 2)) + "…";
    }
}
