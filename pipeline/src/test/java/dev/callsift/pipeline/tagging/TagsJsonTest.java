package dev.callsift.pipeline.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.callsift.models.language.Taxonomy;
import dev.callsift.pipeline.audio.Speaker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TagsJsonTest {

    private static final CallTags TAGS = Tagger.of(Taxonomy.english())
            .tag(PlainTurns.transcript(
                    "0123456789abcdef",
                    PlainTurns.parse(
                            "Please cancel the mug, it is too expensive. Change the delivery address of the rest to my office.",
                            Speaker.CUSTOMER)));

    @Test
    void followsItsSchema() throws IOException {
        String schema = Files.readString(Path.of("../docs/schema/tags-1.json"));
        Schema validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON);

        assertThat(TAGS.tags()).hasSize(3);
        assertThat(validator.validate(json(TAGS), InputFormat.JSON)).isEmpty();
        assertThat(validator.validate(json(TAGS).replace("words", "sounds"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void readsWhatItWroteAndWritesTheSameBytes() {
        CallTags read = TagsJson.read(TagsJson.write(TAGS));

        assertThat(read).isEqualTo(TAGS);
        assertThat(TagsJson.write(read)).isEqualTo(TagsJson.write(TAGS));
        assertThat(json(TAGS))
                .startsWith("{\"schemaVersion\":1,\"id\":\"0123456789abcdef\",")
                .endsWith("}\n");
    }

    @Test
    void refusesOtherDocuments() {
        for (String document : new String[] {"", "{}", "[1]", json(TAGS).replace("Version\":1", "Version\":2")}) {
            assertThatThrownBy(() -> TagsJson.read(document.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(UnreadableTagsException.class)
                    .hasMessageEndingWith("tag the call again");
        }
    }

    private static String json(CallTags tags) {
        return new String(TagsJson.write(tags), StandardCharsets.UTF_8);
    }
}
