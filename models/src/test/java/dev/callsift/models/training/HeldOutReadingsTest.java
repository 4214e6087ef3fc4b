package dev.callsift.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.models.entity.EntityType;
import dev.callsift.models.language.Taxonomy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With the training text and the encoder of the project. */
class HeldOutReadingsTest {

    private static final Path TEXT = Path.of("src/main/training/en");
    private static TrainingText text;
    private static HeldOutReadings readings;

    @BeforeAll
    static void read() throws IOException {
        text = TrainingText.read(TEXT, TrainModels.codes(Taxonomy.english()), EntityType.labels());
        readings = HeldOutReadings.read(Path.of("encoder/calls-en"), text.dialogues());
    }

    /** Fails when a file that was held out has been edited since: then the encoder is to be trained anew. */
    @Test
    void everyCallThatWasHeldOutIsKnownWithAllItsTurns() {
        Set<String> files = known().map(HeldOutReadingsTest::file).collect(Collectors.toSet());

        assertThat(files)
                .containsExactlyInAnyOrder("dialogues-america.txt", "dialogues-swings.txt", "dialogues-voices.txt");
        List<TrainingDialogue> ofFiles = text.dialogues().stream()
                .filter(dialogue -> files.contains(file(dialogue)))
                .toList();
        assertThat(ofFiles).hasSize(500).allSatisfy(dialogue -> {
            assertThat(readings.call(dialogue)).isPresent();
            assertThat(dialogue.turns())
                    .allSatisfy(turn -> assertThat(readings.turn(turn)).isPresent());
        });
    }

    /** Likewise. */
    @Test
    void everyMessageThatWasHeldOutIsKnown() {
        assertThat(text.utterances())
                .filteredOn(each -> each.where().startsWith("typed-asked.txt:"))
                .hasSize(404)
                .allSatisfy(message -> assertThat(readings.turn(message)).isPresent());
    }

    @Test
    void whatTheEncoderHasSeenIsNotKnown() {
        List<TrainingDialogue> seen = text.dialogues().stream()
                .filter(dialogue -> file(dialogue).equals("dialogues-sizes.txt"))
                .toList();

        assertThat(seen).isNotEmpty().allSatisfy(dialogue -> assertThat(readings.call(dialogue))
                .isEmpty());
    }

    @Test
    void likelihoodsTellCallsApart() {
        List<TrainingDialogue> heldOut = known().toList();

        assertThat(mean(heldOut, true)).isGreaterThan(mean(heldOut, false) + 0.5);
    }

    private static double mean(List<TrainingDialogue> dialogues, boolean cancelled) {
        return dialogues.stream()
                .filter(dialogue -> dialogue.codes().contains("cancel.requested") == cancelled)
                .mapToDouble(dialogue -> readings.call(dialogue).orElseThrow().getOrDefault("cancel.requested", 0.0))
                .average()
                .orElseThrow();
    }

    private static Stream<TrainingDialogue> known() {
        return text.dialogues().stream()
                .filter(dialogue -> readings.call(dialogue).isPresent());
    }

    private static String file(TrainingDialogue dialogue) {
        return dialogue.turns().getFirst().where().replaceAll(":.*", "");
    }
}
