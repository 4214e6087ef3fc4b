package dev.callsift.pipeline.metadata;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Named values, of a sidecar or of an object's metadata, read as facts of a call. */
final class Fields {

    private final String source;
    private final Map<String, String> values = new LinkedHashMap<>();

    /** @param source where they are from, for warnings: {@code the sidecar} */
    Fields(String source, Map<String, String> named) {
        this.source = source;
        named.forEach((name, value) -> {
            if (!value.isBlank()) {
                values.putIfAbsent(FieldNames.normal(name), value.strip());
            }
        });
    }

    MetadataReading read(ZoneId zone) {
        Notes notes = new Notes();
        Direction direction = direction(notes);
        return notes.with(new CallMetadata(
                first(FieldNames.CALL_ID),
                time(zone, notes),
                first(FieldNames.AGENT),
                customerNumber(direction),
                direction,
                first(FieldNames.QUEUE)));
    }

    private Direction direction(Notes notes) {
        for (String name : FieldNames.DIRECTION) {
            Direction read = Directions.read(Objects.requireNonNullElse(values.get(name), ""));
            if (read != Direction.UNKNOWN) {
                return read;
            }
        }
        String named = values.get("direction");
        if (named != null && !named.equalsIgnoreCase("unknown")) {
            notes.add("the direction '" + Notes.shown(named) + "' in " + source + " is none that callsift knows");
        }
        return Direction.UNKNOWN;
    }

    private @Nullable OffsetDateTime time(ZoneId zone, Notes notes) {
        String text = first(FieldNames.STARTED_AT);
        return text == null ? null : notes.time(source, text, StartTimes.read(text, zone));
    }

    /** "From" and "to" name the customer only when it is known who called whom. */
    private @Nullable String customerNumber(Direction direction) {
        String named = first(FieldNames.CUSTOMER_NUMBER);
        if (named != null) {
            return named;
        }
        return switch (direction) {
            case INBOUND -> first(FieldNames.FROM);
            case OUTBOUND -> first(FieldNames.TO);
            case INTERNAL, UNKNOWN -> null;
        };
    }

    private @Nullable String first(List<String> names) {
        return names.stream()
                .map(values::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
