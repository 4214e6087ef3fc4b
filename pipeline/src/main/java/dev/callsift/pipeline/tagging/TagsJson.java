package dev.callsift.pipeline.tagging;

import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tags as JSON documents, in UTF-8, by {@code docs/schema/tags-1.json}. The same tags always give the same bytes: components
 * in the order of the records, on one line that ends with {@code \n}. Stateless and safe for use by several threads.
 */
public final class TagsJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private TagsJson() {}

    public static byte[] write(CallTags tags) {
        byte[] json = JSON.writeValueAsBytes(tags);
        byte[] document = Arrays.copyOf(json, json.length + 1);
        document[json.length] = '\n';
        return document;
    }

    /** @throws UnreadableTagsException when the document holds no tags, or has another schema version */
    public static CallTags read(byte[] document) {
        try {
            return JSON.readValue(document, CallTags.class);
        } catch (JacksonException | IllegalArgumentException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new UnreadableTagsException("the document holds no tags (" + reason + "); tag the call again", e);
        }
    }
}
