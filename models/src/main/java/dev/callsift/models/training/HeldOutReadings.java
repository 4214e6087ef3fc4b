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
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What the call encoder says of the part of the training text that it was not trained on, written when it was trained
 * ({@code models/encoder}). It is found by the text itself: what has changed since is not found.
 */
final class HeldOutReadings {

    private static final String FILE = "held-out.jsonl.gz";
    private static final int LONGEST_BEFORE = 20;
    private static final int KEY_LENGTH = 16;

    private final Map<String, JsonNode> lines = new HashMap<>();
    private final Map<TrainingUtterance, Turn> ofDialogues = new HashMap<>();

    private HeldOutReadings() {}

    /**
     * What it says of a turn.
     *
     * @param likelihoods of codes, from 0 to 1; codes that it sees nothing of are left out
     * @param settled for words by their index how likely they belong to what a change leads to, likewise
     * @param before for words by their index how likely they belong to what was there before
     */
    record Turn(Map<String, Double> likelihoods, Map<Integer, Double> settled, Map<Integer, Double> before) {

        private static Turn of(JsonNode line) {
            return new Turn(HeldOutReadings.likelihoods(line), ofWords(line.path("to")), ofWords(line.path("from")));
        }

        private static Map<Integer, Double> ofWords(JsonNode node) {
            return node.properties().stream()
                    .collect(Collectors.toMap(word -> Integer.valueOf(word.getKey()), word -> word.getValue()
                            .asDouble()));
        }
    }

    /** @param folder of the encoder */
    static Path file(Path folder) {
        return folder.resolve(FILE);
    }

    /**
     * @param folder of the encoder
     * @param dialogues whose turns are asked for later on
     */
    static HeldOutReadings read(Path folder, List<TrainingDialogue> dialogues) throws IOException {
        HeldOutReadings readings = new HeldOutReadings();
        JsonMapper json = new JsonMapper();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file(folder))), StandardCharsets.UTF_8))) {
            reader.lines()
                    .map(json::readTree)
                    .forEach(line -> readings.lines.put(line.path("key").asString(), line));
        }
        dialogues.forEach(readings::addTurns);
        return readings;
    }

    private void addTurns(TrainingDialogue dialogue) {
        JsonNode turns =
                lines.getOrDefault(key(dialogue), MissingNode.getInstance()).path("turns");
        for (int i = 0; i < turns.size(); i++) {
            ofDialogues.put(dialogue.turns().get(i), Turn.of(turns.get(i)));
        }
    }

    private static Map<String, Double> likelihoods(JsonNode line) {
        return line.path("codes").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        code -> LogisticRegression.likelihood(code.getValue().asDouble())));
    }

    /** What it makes of an utterance that it has not seen. */
    Optional<Turn> turn(TrainingUtterance utterance) {
        return Optional.ofNullable(ofDialogues.get(utterance))
                .or(() -> Optional.ofNullable(lines.get(key(utterance))).map(Turn::of));
    }

    /** The likelihood of each code in a call that the encoder has not seen, from 0 to 1; codes that it sees nothing of are left out. */
    Optional<Map<String, Double>> call(TrainingDialogue dialogue) {
        return Optional.ofNullable(lines.get(key(dialogue))).map(HeldOutReadings::likelihoods);
    }

    private static String key(TrainingUtterance utterance) {
        List<String> before = utterance.before();
        return key(
                name(utterance.speaker()),
                String.join(" ", before.subList(Math.max(0, before.size() - LONGEST_BEFORE), before.size())),
                String.join(" ", utterance.words()));
    }

    private static String key(TrainingDialogue dialogue) {
        return key(dialogue.turns().stream()
                .map(turn -> name(turn.speaker()) + " " + String.join(" ", turn.words()))
                .toArray(String[]::new));
    }

    private static String name(RuleSpeaker speaker) {
        return speaker == RuleSpeaker.AGENT ? "agent" : "customer";
    }

    private static String key(String... texts) {
        return DigestUtils.sha256Hex(String.join("|", texts)).substring(0, KEY_LENGTH);
    }
}
