package dev.callsift.pipeline.transcript;

import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Transcripts as JSON documents, in UTF-8, by {@code docs/schema/transcript-1.json}. The same transcript always gives the same
 * bytes: components in the order of the records, what is unknown as {@code null}, times as ISO 8601 with the offset they were
 * given in, one word per line, {@code \n} at the end of each. Stateless and safe for use by several threads.
 */
public final class TranscriptJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .defaultPrettyPrinter(new TranscriptLayout())
            .build();

    private TranscriptJson() {}

    public static byte[] write(Transcript transcript) {
        byte[] json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(transcript);
        byte[] document = Arrays.copyOf(json, json.length + 1);
        document[json.length] = '\n';
        return document;
    }

    /** @throws UnreadableTranscriptException when the document is no transcript, or one of another schema version */
    public static Transcript read(byte[] document) {
        try {
            JsonNode tree = JSON.readTree(document);
            checkVersion(tree.path("schemaVersion"));
            return JSON.treeToValue(tree, Transcript.class);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new UnreadableTranscriptException(
                    "the document is no transcript (" + firstLine(e) + "); transcribe the recording again", e);
        }
    }

    private static void checkVersion(JsonNode version) {
        if (version.asInt(0) != Transcript.SCHEMA_VERSION) {
            throw new UnreadableTranscriptException("the document's schemaVersion is "
                    + (version.isMissingNode() ? "missing" : version.toString()) + ", this callsift reads "
                    + Transcript.SCHEMA_VERSION
                    + "; use the callsift that wrote it, or transcribe the recording again");
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
