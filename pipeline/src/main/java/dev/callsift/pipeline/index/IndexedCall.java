package dev.callsift.pipeline.index;

import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.SpeechModelReference;
import java.util.List;

/**
 * What the index knows of a call besides its words: enough for a card in a result list, without reading any document.
 *
 * @param id the call's id everywhere in callsift
 * @param key the recording's key in its store
 * @param call what is known about the call; unknown parts are null
 * @param order that it is about
 * @param durationMs of the recording
 * @param confidence mean of the words' confidence; 0 for a call without words
 * @param speechModel which model heard it
 * @param taxonomy which taxonomy tagged it
 * @param tags in the order of the taxonomy
 */
public record IndexedCall(
        String id,
        String key,
        CallMetadata call,
        OrderFacts order,
        long durationMs,
        Confidence confidence,
        SpeechModelReference speechModel,
        String taxonomy,
        List<FoundTag> tags) {

    public IndexedCall {
        tags = List.copyOf(tags);
    }

    /** @param startMs where its first evidence begins */
    public record FoundTag(String code, Confidence confidence, long startMs) {}
}
