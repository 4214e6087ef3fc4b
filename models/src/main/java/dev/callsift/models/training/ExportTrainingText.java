package dev.callsift.models.training;

import dev.callsift.models.entity.EntityType;
import dev.callsift.models.language.Taxonomy;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the training text as JSON lines, for what is trained outside the build ({@code models/encoder}): one utterance a line, in the order of
 * the text, with its names joined as they are learned.
 */
public final class ExportTrainingText {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<TrainingUtterance, Integer> dialogues = new HashMap<>();

    private ExportTrainingText(TrainingText text) {
        for (int i = 0; i < text.dialogues().size(); i++) {
            for (TrainingUtterance turn : text.dialogues().get(i).turns()) {
                dialogues.put(turn, i);
            }
        }
    }

    /** @param args the folder of the training text, and the file to write */
    public static void main(String[] args) throws IOException {
        Taxonomy taxonomy = Taxonomy.english();
        TrainingText text = TrainingText.read(Path.of(args[0]), TrainModels.codes(taxonomy), EntityType.labels());
        ExportTrainingText export = new ExportTrainingText(text);
        try (BufferedWriter writer = Files.newBufferedWriter(Path.of(args[1]))) {
            for (TrainingUtterance utterance : text.utterances()) {
                writer.write(JSON.writeValueAsString(export.line(utterance)));
                writer.newLine();
            }
        }
    }

    private Map<String, Object> line(TrainingUtterance utterance) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("where", utterance.where());
        line.put("speaker", utterance.speaker().name().toLowerCase(Locale.ROOT));
        line.put("before", utterance.before());
        line.put("words", utterance.words());
        line.put("codes", utterance.codes().stream().sorted().toList());
        line.put(
                "names",
                EntityTraining.joined(utterance.entities()).stream()
                        .map(mark -> List.of(mark.type(), mark.from(), mark.to(), mark.role()))
                        .toList());
        Stream.ofNullable(dialogues.get(utterance)).forEach(number -> line.put("dialogue", number));
        return line;
    }
}
