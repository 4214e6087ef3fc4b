package dev.callsift.ui.call;

import dev.callsift.pipeline.recording.DocumentStore;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.TagsJson;
import dev.callsift.pipeline.tagging.UnreadableTagsException;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.TranscriptJson;
import dev.callsift.pipeline.transcript.UnreadableTranscriptException;
import dev.callsift.pipeline.transcript.Waveform;
import dev.callsift.pipeline.transcript.WaveformJson;
import dev.callsift.pipeline.verdict.CorrectedTranscript;
import dev.callsift.pipeline.verdict.SpeakerVerdicts;
import dev.callsift.ui.PageProblemException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What callsift made of a call, from the store that is the system of record. */
@Component
final class CallDocuments {

    private final DocumentStore store;
    private final SpeakerVerdicts speakers;

    CallDocuments(DocumentStore store, SpeakerVerdicts speakers) {
        this.store = store;
        this.speakers = speakers;
    }

    /**
     * With the words, and agent and customer, as reviewers have them.
     *
     * @throws PageProblemException when there is no transcript of this id (404), or one that cannot be read (500)
     */
    Transcript transcript(String id) {
        return placed(corrected(id));
    }

    /**
     * With the words as reviewers have them, and speakers as they were recorded.
     *
     * @throws PageProblemException as {@link #transcript}
     */
    CorrectedTranscript corrected(String id) {
        return speakers.corrections().of(machine(id));
    }

    /** With agent and customer as reviewers have them; no word moves by that. */
    Transcript placed(CorrectedTranscript corrected) {
        return speakers.placed(corrected.transcript());
    }

    /**
     * How loud the speakers of a transcript are, as reviewers have them; nothing for a call that was transcribed before peaks were
     * kept, or whose peaks are of another recording or damaged.
     */
    Optional<Waveform> waveform(Transcript transcript) {
        boolean swapped = speakers.isSwapped(transcript.id());
        return store.read(Waveform.documentName(transcript.id()))
                .flatMap(WaveformJson::read)
                .filter(waveform ->
                        waveform.sha256().equals(transcript.recording().sha256()))
                .map(waveform -> swapped ? swapped(waveform) : waveform);
    }

    private static Waveform swapped(Waveform waveform) {
        return new Waveform(
                waveform.schemaVersion(),
                waveform.id(),
                waveform.sha256(),
                waveform.stepMs(),
                waveform.lanes().stream()
                        .map(lane ->
                                new Waveform.Lane(lane.channel(), SpeakerVerdicts.other(lane.speaker()), lane.peaks()))
                        .toList());
    }

    private Transcript machine(String id) {
        byte[] document = store.read(Transcript.documentName(id))
                .orElseThrow(() -> new PageProblemException(
                        HttpStatus.NOT_FOUND,
                        "There is no call " + id,
                        "It may have been removed, or its recording not been transcribed yet; callsift status tells."));
        try {
            return TranscriptJson.read(document);
        } catch (UnreadableTranscriptException e) {
            throw unreadable("transcript", Transcript.documentName(id), e);
        }
    }

    /**
     * Empty until the call has been tagged.
     *
     * @throws PageProblemException when the tags cannot be read (500)
     */
    Optional<CallTags> tags(String id) {
        try {
            return store.read(CallTags.documentName(id)).map(TagsJson::read);
        } catch (UnreadableTagsException e) {
            throw unreadable("tags", CallTags.documentName(id), e);
        }
    }

    private static PageProblemException unreadable(String what, String document, RuntimeException cause) {
        return new PageProblemException(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The " + what + " of this call cannot be read",
                "The document " + document + " in the store is damaged, or of another version of callsift:"
                        + " restore it from a backup of the store.",
                cause);
    }
}
