package dev.callsift.pipeline.tagging;

import java.util.List;

/**
 * The tags of a call. The JSON form of this record is the document in the store; its schema is
 * {@code docs/schema/tags-1.json}.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param id the call's id
 * @param taxonomy name and version of the taxonomy, for example {@code en-1}, and the hash of its text
 * @param models the beginning of the hash of what the language models were trained from
 * @param tags in the order of the taxonomy
 * @param modifications what the customer wants changed, in the order of the taxonomy
 */
public record CallTags(
        int schemaVersion,
        String id,
        String taxonomy,
        String models,
        List<Tag> tags,
        List<ModificationRequest> modifications) {

    public static final int SCHEMA_VERSION = 1;

    public CallTags {
        if (schemaVersion != SCHEMA_VERSION) {
            throw new IllegalArgumentException("tags schema " + schemaVersion + " is not " + SCHEMA_VERSION);
        }
        tags = List.copyOf(tags);
        modifications = List.copyOf(modifications);
    }

    /** The tags of a call on which nothing was looked for. */
    public static CallTags none(String id) {
        return new CallTags(SCHEMA_VERSION, id, "", "", List.of(), List.of());
    }

    /** The name of a call's tags in the document store. */
    public static String documentName(String id) {
        return "tags/" + id + ".json";
    }
}
