package dev.callsift.pipeline.job;

import dev.callsift.pipeline.tagging.TagDifference;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What tagging stored calls again changes, for people (see {@link RetagReportText}) and machines (its JSON form).
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param taxonomy version of the taxonomy that calls are tagged with now
 * @param models version of the language models
 * @param difference what calls gain, lose, and what changes in their requests
 * @param toReplace calls whose stored tags differ in any way, or are not in the index yet: other words as evidence, another
 *     confidence, or only the mark of another version
 * @param replaced of which are replaced, in the document store and in the index; 0 when nothing was to be changed
 * @param notTaggedYet calls that are transcribed only; the next run tags them
 * @param remade tags that were missing or could not be read and are made anew; they are not part of the difference
 * @param unreadable transcripts that could not be read; their calls are left as they are
 */
public record RetagReport(
        int schemaVersion,
        String taxonomy,
        String models,
        TagDifference difference,
        long toReplace,
        long replaced,
        long notTaggedYet,
        List<String> remade,
        List<String> unreadable) {

    public static final int SCHEMA_VERSION = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public RetagReport {
        remade = List.copyOf(remade);
        unreadable = List.copyOf(unreadable);
    }

    /** Ends with a line break. */
    public String toJson() {
        return JSON.writeValueAsString(this) + "\n";
    }
}
