package dev.callsift.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportTrainingTextTest {

    @TempDir
    private Path folder;

    @Test
    void eachUtteranceIsALine() throws IOException {
        Files.writeString(folder.resolve("sizes.txt"), "## modify.size\nwhich size | the [large](size) one\n");
        Files.writeString(folder.resolve("dialogues-sizes.txt"), """
                # wants another size
                a: how can i help
                c: the [medium](size>from) should be a [large](size>to) #modify.size
                # thanks
                c: thank you
                """);

        List<JsonNode> lines = export();

        assertThat(lines).hasSize(4);
        JsonNode wish = lines.get(1);
        assertThat(wish.path("speaker").asString()).isEqualTo("customer");
        assertThat(wish.path("before")).hasToString("[\"how\",\"can\",\"i\",\"help\"]");
        assertThat(wish.path("codes")).hasToString("[\"modify.size\"]");
        assertThat(wish.path("names")).hasToString("[[\"size\",1,2,\"from\"],[\"size\",5,6,\"to\"]]");
        assertThat(lines.get(0).path("dialogue")).isEqualTo(wish.path("dialogue"));
        assertThat(lines.get(2).path("dialogue")).isNotEqualTo(wish.path("dialogue"));
        assertThat(lines.get(3).has("dialogue")).isFalse();
        assertThat(lines.get(3).path("where").asString()).isEqualTo("sizes.txt:2");
    }

    private List<JsonNode> export() throws IOException {
        Path file = folder.resolve("text.jsonl");
        ExportTrainingText.main(new String[] {folder.toString(), file.toString()});
        return Files.readAllLines(file).stream().map(new JsonMapper()::readTree).toList();
    }
}
