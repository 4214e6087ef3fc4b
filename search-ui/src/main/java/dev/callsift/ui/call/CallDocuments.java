package dev.callsift.ui.call;

import dev.callsift.pipeline.recording.DocumentStore;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.ui.PageProblemException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** What callsift made of a call, from the store that is the system of record. */
@Component
final class CallDocuments {

    private final DocumentStore store;
    private final JsonMapper json = JsonMapper.builder()
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    CallDocuments(DocumentStore store) {
        this.store = store;
    }

    /** @throws PageProblemException when there is no transcript of this id (404) */
    Transcript transcript(String id) {
        return store.read(Transcript.documentName(id))
                .map(document -> json.readValue(document, Transcript.class))
                .orElseThrow(() -> new PageProblemException(
                        HttpStatus.NOT_FOUND,
                        "There is no call " + id,
                        "It may have been removed, or its recording not been transcribed yet; callsift status tells."));
    }

    /** Empty until the call has been tagged. */
    Optional<CallTags> tags(String id) {
        return store.read(CallTags.documentName(id)).map(document -> json.readValue(document, CallTags.class));
    }
}
