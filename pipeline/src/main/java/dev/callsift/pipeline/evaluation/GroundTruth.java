package dev.callsift.pipeline.evaluation;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.metadata.Direction;
import dev.callsift.pipeline.recording.RecordingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is really said in a recording; one JSON file each, as beside the demonstration recordings.
 *
 * @param recording its key
 * @param channels who is on which channel, in their order; one entry when they are mixed
 * @param metadata of which only the direction matters here: it may decide who is on which channel
 * @param turns what is said, in the order of time
 * @param outcome none, requested, cancelled or saved
 * @param tags codes of the taxonomy
 */
public record GroundTruth(
        String recording,
        List<String> channels,
        Metadata metadata,
        List<Turn> turns,
        String outcome,
        List<String> tags) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public GroundTruth {
        turns = turns.stream().sorted(Comparator.comparingLong(Turn::startMs)).toList();
        tags = List.copyOf(tags);
        channels = List.copyOf(channels);
    }

    public record Metadata(@Nullable String direction) {}

    /** @param text lower case, numbers in words, as a recognizer writes it */
    public record Turn(String speaker, long startMs, String text) {}

    /**
     * Reads every {@code .json} file of a folder.
     *
     * @throws IOException when a file cannot be read or is not a ground truth; the message names it
     */
    public static List<GroundTruth> readAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> truths = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            if (truths.isEmpty()) {
                throw new IOException(folder + ": no ground truth (*.json) there");
            }
            return truths.stream().map(GroundTruth::read).toList();
        }
    }

    private static GroundTruth read(Path file) {
        try {
            return JSON.readValue(file, GroundTruth.class);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file + ": not a ground truth: " + e.getMessage(), e);
        }
    }

    public RecordingKey key() {
        return new RecordingKey(recording);
    }

    public Direction direction() {
        return metadata.direction() == null
                ? Direction.UNKNOWN
                : Direction.valueOf(metadata.direction().toUpperCase(Locale.ROOT));
    }

    /** The words of one speaker, or of both where the speaker is {@link Speaker#UNKNOWN}. */
    List<String> words(Speaker speaker) {
        return turns.stream()
                .filter(turn -> speaker == Speaker.UNKNOWN || turn.speaker().equalsIgnoreCase(speaker.name()))
                .flatMap(turn -> Arrays.stream(turn.text().split(" +")))
                .toList();
    }
}
