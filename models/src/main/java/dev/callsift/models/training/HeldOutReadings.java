package dev.callsift.models.training;

import dev.callsift.models.language.RuleSpeaker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the call encoder says of the part of the training text that it was not trained on, written when it was trained
 * ({@code models/encoder}). It is found by the text itself: what has changed since is not found.
 */
final class HeldOutReadings {

    private static final String FILE = "held-out.jsonl.gz";
    private static final int LONGEST_BEFORE = 20;
    private static final int KEY_LENGTH = 16;

    private final Map<String, Map<String, Double>> turns = new HashMap<>();
    private final Map<String, Map<String, Double>> calls = new HashMap<>();

    private HeldOutReadings() {}

    /** @param folder of the encoder */
    static Path file(Path folder) {
        return folder.resolve(FILE);
    }

    /** @param folder of the encoder */
    static HeldOutReadings read(Path folder) throws IOException {
        HeldOutReadings readings = new HeldOutReadings();
        JsonMapper json = new JsonMapper();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file(folder))), StandardCharsets.UTF_8))) {
            reader.lines().map(json::readTree).forEach(readings::add);
        }
        return readings;
    }

    private void add(JsonNode line) {
        Map<String, Double> likelihoods = new HashMap<>();
        line.path("codes")
                .properties()
                .forEach(code -> likelihoods.put(
                        code.getKey(),
                        LogisticRegression.likelihood(code.getValue().asDouble())));
        if (line.has("call")) {
            calls.put(line.path("call").asString(), likelihoods);
        } else {
            turns.put(line.path("turn").asString(), likelihoods);
        }
    }

    /** The likelihood of each code in an utterance that the encoder has not seen; codes that it sees nothing of are left out. */
    Optional<Map<String, Double>> turn(TrainingUtterance utterance) {
        List<String> before = utterance.before();
        return Optional.ofNullable(turns.get(key(
                name(utterance.speaker()),
                String.join(" ", before.subList(Math.max(0, before.size() - LONGEST_BEFORE), before.size())),
                String.join(" ", utterance.words()))));
    }

    /** The likelihood of each code in a call that the encoder has not seen, likewise. */
    Optional<Map<String, Double>> call(TrainingDialogue dialogue) {
        return Optional.ofNullable(calls.get(key(dialogue.turns().stream()
                .map(turn -> name(turn.speaker()) + " " + String.join(" ", turn.words()))
                .toArray(String[]::new))));
    }

    private static String name(RuleSpeaker speaker) {
        return speaker == RuleSpeaker.AGENT ? "agent" : "customer";
    }

    private static String key(String... texts) {
        return DigestUtils.sha256Hex(String.join("|", texts)).substring(0, KEY_LENGTH);
    }
}
