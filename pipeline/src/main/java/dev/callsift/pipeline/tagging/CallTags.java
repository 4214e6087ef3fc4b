package dev.callsift.pipeline.tagging;

import java.util.List;

/**
 * The tags of a call. The JSON form of this record is the document in the store; its schema is
 * {@code docs/schema/tags-1.json}.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param id the call's id
 * @param taxonomy name and version of the taxonomy, for example {@code en-1}, and the hash of its text
 * @param tags in the order of the taxonomy
 */
public record CallTags(int schemaVersion, String id, String taxonomy, List<Tag> tags) {

    public static final int SCHEMA_VERSION = 1;

    public CallTags {
        if (schemaVersion != SCHEMA_VERSION) {
            throw new IllegalArgumentException("tags schema " + schemaVersion + " is not " + SCHEMA_VERSION);
        }
        tags = List.copyOf(tags);
    }

    /** The name of a call's tags in the document store. */
    public static String documentName(String id) {
        return "tags/" + id + ".json";
    }
}
