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

        TrainingUtterance read =
                TrainingText.read(folder, CODES, ENTITIES).utterances().getFirst();

        assertThat(read.speaker()).isEqualTo(RuleSpeaker.AGENT);
        assertThat(read.words()).containsExactly("i", "am", "afraid", "not");
    }

    @Test
    void readsTheFilesOfAFolderInTheOrderOfTheirNames() throws IOException {
        Files.writeString(folder.resolve("b.txt"), "## none\nsecond\n");
        Files.writeString(folder.resolve("a.txt"), "## none\nfirst\n");
        Files.writeString(folder.resolve("notes.md"), "no training text");

        assertThat(TrainingText.read(folder, CODES, ENTITIES).utterances())
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
        return TrainingText.read(folder, CODES, ENTITIES).utterances();
    }

    @Test
    void dialoguesHoldTheWordsOfBothWithWhatEachTurnShows() throws IOException {
        Files.writeString(folder.resolve("dialogues-one.txt"), """
                # a shirt that is too small
                a: what size would you like
                c: not the [medium](size>from) the [large](size>to) #modify.size
                a: [large](size>to) it is
                c: or cancel it #cancel.requested
                # another call
                a: hello
                """);

        TrainingText text = TrainingText.read(folder, CODES, ENTITIES);

        assertThat(text.dialogues()).hasSize(2);
        TrainingDialogue first = text.dialogues().getFirst();
        assertThat(first.codes()).containsExactlyInAnyOrder("modify.size", "cancel.requested");
        assertThat(first.turns())
                .extracting(TrainingUtterance::speaker)
                .containsExactly(RuleSpeaker.AGENT, RuleSpeaker.CUSTOMER, RuleSpeaker.AGENT, RuleSpeaker.CUSTOMER);
        TrainingUtterance answer = first.turns().get(1);
        assertThat(answer.before()).containsExactly("what", "size", "would", "you", "like");
        assertThat(answer.words()).containsExactly("not", "the", "medium", "the", "large");
        assertThat(answer.entities())
                .containsExactly(
                        new EntityMark("size", 2, 3, EntityMark.FROM), new EntityMark("size", 4, 5, EntityMark.TO));
        assertThat(first.turns().getFirst().group())
                .isNotEqualTo(text.dialogues().getLast().turns().getFirst().group());
    }

    @Test
    void ofACancellationAndItsTakingBackTheLastOneHolds() {
        TrainingUtterance cancels = turn("cancel.confirmed");
        TrainingUtterance keeps = turn("cancel.saved");

        assertThat(new TrainingDialogue(List.of(cancels, keeps)).codes()).containsExactly("cancel.saved");
        assertThat(new TrainingDialogue(List.of(keeps, cancels)).codes()).containsExactly("cancel.confirmed");
    }

    private static TrainingUtterance turn(String code) {
        return new TrainingUtterance(
                RuleSpeaker.AGENT, Set.of(code), List.of(), List.of("done"), List.of(), true, true, 0, "text.txt:1");
    }
}
