package dev.callsift.pipeline.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.recording.LeftOut;
import dev.callsift.pipeline.recording.RecordingObject;
import dev.callsift.pipeline.recording.RecordingSettings;
import dev.callsift.pipeline.recording.RecordingStore;
import dev.callsift.pipeline.recording.RecordingStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bundled calls, read from their folder with the default conventions, against the facts kept with them. */
class DemoRecordingsTest {

    private static final Path DEMO = Path.of("demo");

    private final MetadataReader reader = new MetadataReader(MetadataSettings.of("Asia/Kolkata"));

    private static Map<String, JsonNode> truths() throws IOException {
        Map<String, JsonNode> truths = new HashMap<>();
        try (Stream<Path> files = Files.list(DEMO.resolve("truth"))) {
            for (Path file : files.toList()) {
                JsonNode truth = JsonMapper.shared().readTree(Files.readString(file));
                truths.put(truth.path("recording").asString(), truth);
            }
        }
        return truths;
    }

    @Test
    void sayWhatTheirNamesAndSidecarsGiveAway() throws IOException {
        Map<String, JsonNode> truths = truths();
        List<LeftOut> leftOut = new ArrayList<>();
        InstantSource later = InstantSource.offset(InstantSource.system(), Duration.ofDays(1));
        String folder = DEMO.resolve("recordings").toString();
        try (RecordingStore store = RecordingStores.open(RecordingSettings.of(folder), later);
                Stream<RecordingObject> objects = store.list(leftOut::add)) {
            List<RecordingObject> recordings = objects.toList();

            assertThat(recordings)
                    .extracting(r -> r.key().value())
                    .containsExactlyInAnyOrderElementsOf(truths.keySet());
            assertThat(recordings).allSatisfy(recording -> compare(store, recording, truths));
        }
        assertThat(leftOut).isEmpty();
    }

    private void compare(RecordingStore store, RecordingObject recording, Map<String, JsonNode> truths) {
        MetadataReading reading = reader.read(recording.key(), store.userMetadata(recording), store.sidecar(recording));
        CallMetadata call = reading.call();
        JsonNode truth =
                truths.getOrDefault(recording.key().value(), JsonMapper.shared().createObjectNode());
        JsonNode facts = truth.path("metadata");
        Set<String> known = new TreeSet<>();
        truth.path("known").forEach(name -> known.add(name.asString()));

        assertThat(reading.warnings()).isEmpty();
        assertThat(call.callId()).isEqualTo(expected(facts, known, "callId"));
        assertThat(call.queue()).isEqualTo(expected(facts, known, "queue"));
        assertThat(call.direction().name().toLowerCase(Locale.ROOT))
                .isEqualTo(known.contains("direction") ? facts.path("direction").asString() : "unknown");
        String time = expected(facts, known, "startedAt");
        assertThat(call.startedAt()).isEqualTo(time == null ? null : OffsetDateTime.parse(time));
        if (known.contains("agent")) {
            // A folder may be named by the agent's login, which is the name with a dot.
            assertThat(String.valueOf(call.agent()).replace('.', ' '))
                    .isEqualToIgnoringCase(expected(facts, known, "agent"));
        }
        assertThat(digits(expected(facts, known, "customerNumber"))).endsWith(digits(call.customerNumber()));
        assertThat(call.customerNumber() != null).isEqualTo(known.contains("customerNumber"));
    }

    private static @Nullable String expected(JsonNode facts, Set<String> known, String name) {
        return known.contains(name) ? facts.path(name).asString() : null;
    }

    private static String digits(@Nullable String number) {
        return number == null ? "" : number.replaceAll("\\D", "");
    }
}
