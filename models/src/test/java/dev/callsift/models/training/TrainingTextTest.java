package dev.callsift.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.models.language.RuleSpeaker;
import dev.callsift.models.training.TrainingUtterance.EntityMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTextTest {

    private static final Set<String> CODES = Set.of("modify.size", "cancel.requested");
    private static final Set<String> ENTITIES = Set.of("size", "colour");

    @TempDir
    private Path folder;

    @Test
    void aHeadingHoldsForTheLinesUntilTheNext() throws IOException {
        List<TrainingUtterance> read = read("""
                ## modify.size cancel.requested
                make it smaller or cancel it

                bigger or nothing
                # a comment
                ## none
                hello
                """);

        assertThat(read)
                .extracting(TrainingUtterance::codes)
                .containsExactly(
                        Set.of("modify.size", "cancel.requested"), Set.of("modify.size", "cancel.requested"), Set.of());
    }

    @Test
    void marksBecomeIndicesOfWords() throws IOException {
        TrainingUtterance read =
                read("## none\ni need [extra large](size) in [navy](colour)\n").getFirst();

        assertThat(read.words()).containsExactly("i", "need", "extra", "large", "in", "navy");
        assertThat(read.entities()).containsExactly(new EntityMark("size", 2, 4), new EntityMark("colour", 5, 6));
    }

    @Test
    void whatTheOtherSaidStandsBeforeTheBar() throws IOException {
        TrainingUtterance read =
                read("## none\nshall i cancel it | yes go ahead\n").getFirst();

        assertThat(read.before()).containsExactly("shall", "i", "cancel", "it");
        assertThat(read.words()).containsExactly("yes", "go", "ahead");
    }

    @Test
    void filesOfAgentsHoldTheWordsOfAgents() throws IOException {
        Files.writeString(folder.resolve("agent-two.txt"), "## none\ncan you cancel it | i am afraid not\n");

        TrainingUtterance read = TrainingText.read(folder, CODES, ENTITIES).getFirst();

        assertThat(read.speaker()).isEqualTo(RuleSpeaker.AGENT);
        assertThat(read.words()).containsExactly("i", "am", "afraid", "not");
    }

    @Test
    void readsTheFilesOfAFolderInTheOrderOfTheirNames() throws IOException {
        Files.writeString(folder.resolve("b.txt"), "## none\nsecond\n");
        Files.writeString(folder.resolve("a.txt"), "## none\nfirst\n");
        Files.writeString(folder.resolve("notes.md"), "no training text");

        assertThat(TrainingText.read(folder, CODES, ENTITIES))
                .extracting(utterance -> String.join(" ", utterance.words()))
                .containsExactly("first", "second");
    }

    @Test
    void reportsAllProblemsTogetherWithTheirLines() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "## modify.weather\nmake it [warm](weather)\n## none\nWhat?\n");
        Files.writeString(folder.resolve("b.txt"), "## none\nthe [red(colour) one\n");

        assertThatThrownBy(() -> TrainingText.read(folder, CODES, ENTITIES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.txt:1: modify.weather is no code")
                .hasMessageContaining("a.txt:2: weather is no entity")
                .hasMessageContaining("a.txt:4: 'What?' cannot be read")
                .hasMessageContaining("b.txt:2: '[red(colour) one' cannot be read");
    }

    private List<TrainingUtterance> read(String text) throws IOException {
        Files.writeString(folder.resolve("text.txt"), text);
        return TrainingText.read(folder, CODES, ENTITIES);
    }
}
