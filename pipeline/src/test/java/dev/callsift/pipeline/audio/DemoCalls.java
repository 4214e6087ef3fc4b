package dev.callsift.pipeline.audio;

import dev.callsift.pipeline.recording.RecordingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration recordings and what is known to be said in them. */
final class DemoCalls {

    private static final Path FOLDER = Path.of("demo");
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @param channels who is on which, in order */
    record DemoCall(String recording, long durationMs, String format, List<String> channels, List<Turn> turns) {

        Path file() {
            return FOLDER.resolve("recordings").resolve(recording);
        }

        RecordingKey key() {
            return new RecordingKey(recording);
        }

        boolean mixed() {
            return channels.size() == 1;
        }

        ChannelAssignment assignment() {
            return mixed()
                    ? new ChannelAssignment(0, 1, false)
                    : new ChannelAssignment(channels.indexOf("agent"), channels.indexOf("customer"), true);
        }

        @Override
        public String toString() {
            return format + " " + recording;
        }
    }

    record Turn(String speaker, long startMs, long endMs) {}

    private DemoCalls() {}

    static List<DemoCall> all() throws IOException {
        try (Stream<Path> truths = Files.list(FOLDER.resolve("truth"))) {
            return truths.sorted()
                    .map(truth -> JSON.readValue(truth.toFile(), DemoCall.class))
                    .toList();
        }
    }

    static DemoCall ofFormat(String format) throws IOException {
        return all().stream()
                .filter(call -> call.format().equals(format))
                .findFirst()
                .orElseThrow();
    }

    /** One in 16-bit PCM at 8 kHz with a channel per speaker. */
    static Path cleanest() throws IOException {
        return ofFormat("wav-pcm16").file();
    }
}
