package dev.callsift.pipeline.evaluation.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.models.language.Taxonomy;
import dev.callsift.pipeline.evaluation.tags.TagScores.Kind;
import dev.callsift.pipeline.evaluation.tags.TagScores.Share;
import dev.callsift.pipeline.tagging.Tagger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TagEvaluationTest {

    private static final Tagger TAGGER = Tagger.of(Taxonomy.english());

    private static final String CALLS = """
            {"id": "a", "turns": [{"speaker": "customer", "text": "Cancel it, it is too expensive."}, \
            {"speaker": "agent", "text": "I have cancelled your order."}], \
            "outcome": "cancelled", "reasons": ["price"], "modifications": ["size"]}
            {"id": "b", "turns": [{"speaker": "customer", "text": "Good morning."}], "outcome": "saved"}
            """;

    @TempDir
    private Path folder;

    @Test
    void countsTextsByTheCodesOfTheFile() throws IOException, InterruptedException {
        TagScores scores = run("""
                {"text": "i want to cancel my order", "tags": ["cancel.requested"]}
                {"text": "my dog is called sam", "tags": ["cancel.requested"]}
                {"text": "just cancel it", "tags": []}
                {"text": "where is my order", "tags": []}
                """);

        assertThat(scores.codes()).containsOnlyKeys("cancel.requested");
        assertThat(scores.codes().get("cancel.requested")).isEqualTo(new TagCounts(1, 1, 1));
        assertThat(scores.micro().f1()).isEqualTo(0.5);
        assertThat(scores.falselyTagged()).isEqualTo(new Share(1, 2));
        assertThat(TagScoresText.of(scores, true))
                .contains("cancel.requested               0.500     0.500     0.500   1/1/1")
                .contains("missed  cancel.requested")
                .contains("'cancel it' by model:cancel.requested", "'cancel it' by rule:cancel.requested/tells-to")
                .containsPattern("tagged of those with no label +0.500   1 of 2")
                .doesNotContain("outcome accuracy", "change-value accuracy");
    }

    @Test
    void judgesCallsByOutcomeReasonsAndModifications() throws IOException, InterruptedException {
        TagScores scores = run(CALLS);

        assertThat(scores.codes().get("reason.price")).isEqualTo(new TagCounts(1, 0, 0));
        assertThat(scores.codes().get("modify.size")).isEqualTo(new TagCounts(0, 0, 1));
        assertThat(scores.codes()).doesNotContainKey("cancel.requested");
        assertThat(scores.outcomes()).isEqualTo(new Share(1, 2));
        assertThat(TagScoresText.of(scores, true)).contains("outcome outcome none for saved  b");
    }

    @Test
    void averagesOverTheCodesThatAreLabelled() throws IOException, InterruptedException {
        TagScores.Macro macro = run(CALLS).macro();

        assertThat(macro).isEqualTo(new TagScores.Macro(2, 0.5, 0.5, 0.5));
    }

    @Test
    void comparesTheValuesOfChanges() throws IOException, InterruptedException {
        TagScores scores = run("""
                {"turns": [{"speaker": "customer", "text": "please change the size from medium to extra large"}], \
                "modifications": ["size"], "changes": [{"type": "size", "to": "XL"}]}
                {"turns": [{"speaker": "customer", "text": "please change the size from medium to extra large"}], \
                "changes": [{"type": "size", "to": "s"}]}
                {"turns": [{"speaker": "customer", "text": "good morning"}], \
                "changes": [{"type": "quantity", "to": 2}]}
                """);

        assertThat(scores.changes())
                .containsEntry("modify.size", new Share(1, 2))
                .containsEntry("modify.quantity", new Share(0, 1));
        assertThat(scores.allChanges()).isEqualTo(new Share(1, 3));
        assertThat(scores.mistakes())
                .extracting(TagScores.Mistake::kind, TagScores.Mistake::what)
                .satisfiesExactly(
                        wrong -> assertThat(wrong.toList().toString())
                                .contains("CHANGE", "modify.size to 's': m (medium) -> xl (extra large)"),
                        missing ->
                                assertThat(missing.toList().toString()).contains("modify.quantity to '2': no request"));
        assertThat(TagScoresText.of(scores, false)).containsPattern("change-value accuracy +0.333   1 of 3");
    }

    @Test
    void countsAnUnlabelledCallWithACancellationAsFalselyTagged() throws IOException, InterruptedException {
        TagScores scores = run("""
                {"turns": [{"speaker": "customer", "text": "i want to cancel my order"}], "outcome": "none", "reasons": []}
                {"turns": [{"speaker": "customer", "text": "good morning"}], "outcome": "none", "reasons": []}
                """);

        assertThat(scores.falselyTagged()).isEqualTo(new Share(1, 2));
    }

    @Test
    void printsEverythingAsJson() throws IOException, InterruptedException {
        TagScores scores = run(CALLS);
        JsonNode json = new JsonMapper().readTree(TagScoresJson.of(scores, true));

        assertThat(json.at("/taxonomy").asString()).isEqualTo(TAGGER.taxonomy().version());
        assertThat(json.at("/models").asString()).isEqualTo(TAGGER.models());
        assertThat(json.at("/cases").asInt()).isEqualTo(2);
        assertThat(json.at("/codes/1/code").asString()).isEqualTo("reason.price");
        assertThat(json.at("/codes/1/found").asInt()).isEqualTo(1);
        assertThat(json.at("/micro/recall").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/macro/precision").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/outcomes/accuracy").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/outcomes/of").asInt()).isEqualTo(2);
        assertThat(json.has("changes")).as("nothing is labelled").isFalse();
        assertThat(json.at("/errors/0/kind").asString()).isEqualTo("missed");
        assertThat(TagScoresJson.of(scores, false)).doesNotContain("errors");
    }

    @Test
    void countsTextLabelsOfAnotherTaxonomyAsMissedAndSaysSo() throws IOException, InterruptedException {
        TagScores scores = run("{\"text\": \"good morning\", \"tags\": [\"topic.weather\"]}\n");

        assertThat(scores.codes().get("topic.weather")).isEqualTo(new TagCounts(0, 0, 1));
        assertThat(TagScoresText.of(scores, false)).contains("the taxonomy has no topic.weather");
    }

    @Test
    void namesEveryLineThatIsWrongAndWhatIsAllowed() throws IOException, InterruptedException {
        assertThatThrownBy(runs("""

                {"tags": []}
                {"text": "x"}
                {"text": "x", "tags": "cancel.requested"}
                {"turns": [], "reasons": []}
                {"turns": [{"speaker": "bob", "text": "x"}], "outcome": "none"}
                {"turns": [{"speaker": "agent", "text": "x"}], "outcome": "lost"}
                {"turns": [{"speaker": "agent", "text": "x"}], "reasons": ["prize"]}
                {"turns": [{"speaker": "agent", "text": "x"}], "modifications": ["cancel.requested"]}
                {"turns": [{"speaker": "agent", "text": "x"}], "changes": [{"type": "size"}]}
                {"turns": [{"speaker": "agent", "text": "x"}]}
                cancel it
                """))
                .isInstanceOf(UnreadableLabelsException.class)
                .hasMessageContainingAll(
                        "11 problem(s)",
                        "cases.jsonl:2: neither a text nor a call",
                        "cases.jsonl:3: 'tags' is missing",
                        "cases.jsonl:4: 'tags' is not a list",
                        "cases.jsonl:5: 'turns' is empty",
                        "cases.jsonl:6: speaker: 'bob' is not one of agent, customer, unknown",
                        "cases.jsonl:7: outcome: 'lost' is not one of none, requested, saved, cancelled",
                        "cases.jsonl:8: reasons: 'prize' is not one of address,",
                        "cases.jsonl:9: modifications: 'cancel.requested' is not one of address, colour,",
                        "cases.jsonl:10: changes: 'to' is missing",
                        "cases.jsonl:11: nothing to judge by",
                        "cases.jsonl:12: is not JSON");
    }

    @Test
    void refusesAFileThatCannotBeReadOrHoldsNothing() throws IOException, InterruptedException {
        assertThatThrownBy(runs("\n \n")).hasMessageContaining("holds no labelled line");
        Path file = folder.resolve("cases.jsonl");
        Files.write(file, "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> TagEvaluation.run(TAGGER, file, CallSource.WRITTEN))
                .hasMessageContaining("is not text in UTF-8");
        assertThatThrownBy(() -> TagEvaluation.run(TAGGER, folder, CallSource.WRITTEN))
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> TagEvaluation.run(TAGGER, folder.resolve("none"), CallSource.WRITTEN))
                .isInstanceOf(UnreadableLabelsException.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void readsAFileWithAByteOrderMark() throws IOException, InterruptedException {
        assertThat(run("\uFEFF" + CALLS).cases()).isEqualTo(2);
    }

    @Test
    void tellsMistakesByKind() throws IOException, InterruptedException {
        assertThat(run(CALLS).mistakes())
                .extracting(TagScores.Mistake::kind)
                .containsExactly(Kind.MISSED, Kind.OUTCOME);
    }

    private ThrowingCallable runs(String lines) {
        return () -> run(lines);
    }

    private TagScores run(String lines) throws IOException, InterruptedException {
        return TagEvaluation.run(TAGGER, Files.writeString(folder.resolve("cases.jsonl"), lines), CallSource.WRITTEN);
    }
}
