package dev.callsift.pipeline.job;

import dev.callsift.pipeline.recording.DocumentStore;
import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.RecordingObject;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.TagsJson;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.TranscriptJson;
import dev.callsift.pipeline.verdict.SpeakerVerdicts;
import java.util.function.Function;

/** Reads what earlier stages stored of a call, and refuses what is missing, damaged, or of another version of the recording. */
final class StoredCalls {

    private final DocumentStore documents;
    private final SpeakerVerdicts speakers;

    StoredCalls(DocumentStore documents, SpeakerVerdicts speakers) {
        this.documents = documents;
        this.speakers = speakers;
    }

    /** With agent and customer as reviewers have them. */
    Transcript transcript(RecordingObject recording) {
        Transcript transcript =
                read(recording.key(), Transcript.documentName(recording.key().id()), TranscriptJson::read);
        if (!transcript.recording().etag().equals(recording.etag())) {
            throw unreadable(recording.key(), "it was made from another version of the recording");
        }
        return speakers.applied(transcript);
    }

    CallTags tags(RecordingObject recording) {
        return read(recording.key(), CallTags.documentName(recording.key().id()), TagsJson::read);
    }

    private <T> T read(RecordingKey key, String name, Function<byte[], T> parser) {
        byte[] content = documents.read(name).orElseThrow(() -> unreadable(key, name + " is missing"));
        try {
            return parser.apply(content);
        } catch (RuntimeException e) {
            throw unreadable(key, name + ": " + e.getMessage());
        }
    }

    private static RecordingFaultException unreadable(RecordingKey key, String detail) {
        return new RecordingFaultException(key, QuarantineReason.UNREADABLE_TRANSCRIPT, detail);
    }
}
