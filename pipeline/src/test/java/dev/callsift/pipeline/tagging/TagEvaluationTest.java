package dev.callsift.pipeline.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.models.language.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagEvaluationTest {

    private static final Tagger TAGGER = Tagger.of(Taxonomy.english());

    @TempDir
    private Path folder;

    @Test
    void countsTextsByTheCodesOfTheFile() throws IOException {
        TagScores scores = run("""
                {"text": "i want to cancel my order", "tags": ["cancel.requested"]}
                {"text": "my dog is called sam", "tags": ["cancel.requested"]}
                {"text": "just cancel it", "tags": []}
                {"text": "where is my order", "tags": []}
                """);

        assertThat(scores.codes()).containsOnlyKeys("cancel.requested");
        assertThat(scores.codes().get("cancel.requested")).isEqualTo(new TagCounts(1, 1, 1));
        assertThat(scores.micro().f1()).isEqualTo(0.5);
        assertThat(scores.falseTagRate()).hasValue(0.5);
        assertThat(scores.text(true))
                .contains("cancel.requested               0.500     0.500     0.500   1/1/1")
                .contains("missed cancel.requested")
                .contains("'just cancel it' by rule:cancel.requested/tells-to");
    }

    @Test
    void judgesCallsByOutcomeReasonsAndModifications() throws IOException {
        TagScores scores = run("""
                {"id": "a", "turns": [{"speaker": "customer", "text": "Cancel it, it is too expensive."}, \
                {"speaker": "agent", "text": "I have cancelled your order."}], \
                "outcome": "cancelled", "reasons": ["price"], "modifications": ["size"]}
                {"id": "b", "turns": [{"speaker": "customer", "text": "Good morning."}], "outcome": "saved"}
                """);

        assertThat(scores.codes().get("reason.price")).isEqualTo(new TagCounts(1, 0, 0));
        assertThat(scores.codes().get("modify.size")).isEqualTo(new TagCounts(0, 0, 1));
        assertThat(scores.codes()).doesNotContainKey("cancel.requested");
        assertThat(scores.outcomeAccuracy()).hasValue(0.5);
        assertThat(scores.text(true)).contains("outcome none for saved");
    }

    @Test
    void namesTheLineThatIsWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.jsonl"), "\n{\"tags\": []}\n");

        assertThatThrownBy(() -> TagEvaluation.run(TAGGER, file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wrong.jsonl:2: 'text' is missing");
    }

    private TagScores run(String lines) throws IOException {
        return TagEvaluation.run(TAGGER, Files.writeString(folder.resolve("cases.jsonl"), lines));
    }
}
