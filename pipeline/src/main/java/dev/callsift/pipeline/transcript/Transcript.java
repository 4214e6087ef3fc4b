package dev.callsift.pipeline.transcript;

import dev.callsift.pipeline.audio.AudioSummary;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.recording.RecordingKey;
import java.util.List;

/**
 * What was said in a call, by whom and when. The JSON form of this record is the document in the store; its schema is
 * {@code docs/schema/transcript-1.json}. The same recording, model and settings give the same document byte for byte.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param id {@link RecordingKey#id()}, the call's id everywhere in callsift
 * @param recording key, ETag, size and content hash of the recording it was made from
 * @param call what is known about the call
 * @param audio what the audio stage found
 * @param speechModel which model heard it
 * @param utterances in the order of their start times
 */
public record Transcript(
        int schemaVersion,
        String id,
        Source recording,
        CallMetadata call,
        AudioSummary audio,
        SpeechModelReference speechModel,
        List<Utterance> utterances) {

    public static final int SCHEMA_VERSION = 1;

    public Transcript {
        if (schemaVersion != SCHEMA_VERSION) {
            throw new IllegalArgumentException("transcript schema " + schemaVersion + " is not " + SCHEMA_VERSION);
        }
        utterances = List.copyOf(utterances);
    }

    /** @param sha256 of the recording's content, lower-case hexadecimal */
    public record Source(String key, String etag, long size, String sha256) {}

    /** The name of a call's transcript in the document store. */
    public static String documentName(String id) {
        return "transcripts/" + id + ".json";
    }
}
