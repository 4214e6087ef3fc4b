package dev.callsift.pipeline.metadata;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One way to name recordings. See {@link MetadataSettings.KeyFormat} for the groups.
 *
 * @param format of the group {@code timestamp}
 * @param zone of its times; that of the settings when {@code null}
 * @param direction of its calls where it has no group {@code direction}
 */
record KeyPattern(
        Pattern regex,
        @Nullable DateTimeFormatter format,
        @Nullable ZoneId zone,
        @Nullable Direction direction) {

    static final Set<String> GROUPS = new TreeSet<>(Set.of(
            "callId", "agent", "extension", "number", "direction", "queue", "epoch", "date", "time", "timestamp"));

    static KeyPattern of(String regex, @Nullable Direction direction) {
        return new KeyPattern(Pattern.compile(regex, Pattern.DOTALL), null, null, direction);
    }

    static KeyPattern of(MetadataSettings.KeyFormat set) {
        return new KeyPattern(
                Pattern.compile(set.regex(), Pattern.DOTALL),
                set.format() == null ? null : StartTimes.formatter(set.format()),
                set.zone() == null ? null : ZoneId.of(set.zone()),
                set.direction());
    }

    KeyPattern in(ZoneId other) {
        return new KeyPattern(regex, format, other, direction);
    }

    /** What the key says, when it is named this way. */
    Optional<MetadataReading> read(String key, ZoneId otherwise) {
        Matcher found = regex.matcher(key);
        if (!found.find()) {
            return Optional.empty();
        }
        ZoneId used = zone == null ? otherwise : zone;
        Notes notes = new Notes();
        String agent = group(found, "agent");
        return Optional.of(notes.with(new CallMetadata(
                group(found, "callId"),
                time(found, used, notes),
                agent == null ? group(found, "extension") : agent,
                group(found, "number"),
                direction(found),
                group(found, "queue"))));
    }

    private Direction direction(Matcher found) {
        String named = group(found, "direction");
        if (named != null) {
            return Directions.read(named);
        }
        return direction == null ? Direction.UNKNOWN : direction;
    }

    private @Nullable OffsetDateTime time(Matcher found, ZoneId used, Notes notes) {
        String epoch = group(found, "epoch");
        if (epoch != null) {
            return notes.time("the name", epoch, StartTimes.ofEpoch(epoch, used));
        }
        String timestamp = group(found, "timestamp");
        if (timestamp != null) {
            return notes.time(
                    "the name",
                    timestamp,
                    format == null ? StartTimes.read(timestamp, used) : StartTimes.formatted(timestamp, format, used));
        }
        return dateAndTime(found, used, notes);
    }

    /** A date without a time says too little: midnight would be as invented as "now". */
    private @Nullable OffsetDateTime dateAndTime(Matcher found, ZoneId used, Notes notes) {
        String date = group(found, "date");
        String time = group(found, "time");
        if (date == null || time == null) {
            return null;
        }
        String digits = (date + time).replaceAll("\\D", "");
        return notes.time("the name", date + " " + time, StartTimes.ofDigits(digits, used));
    }

    private @Nullable String group(Matcher found, String name) {
        if (!regex.namedGroups().containsKey(name)) {
            return null;
        }
        String text = found.group(name);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
