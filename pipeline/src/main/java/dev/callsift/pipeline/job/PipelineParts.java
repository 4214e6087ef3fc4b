package dev.callsift.pipeline.job;

import dev.callsift.models.speech.SpeechModel;
import dev.callsift.pipeline.audio.AudioSettings;
import dev.callsift.pipeline.index.IndexedCallListener;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.metadata.MetadataReader;
import dev.callsift.pipeline.operations.CallOrders;
import dev.callsift.pipeline.operations.WorkItems;
import dev.callsift.pipeline.recording.DocumentStore;
import dev.callsift.pipeline.recording.RecordingStore;
import dev.callsift.pipeline.tagging.Tagger;
import dev.callsift.pipeline.transcript.TranscriptSettings;
import dev.callsift.pipeline.verdict.SpeakerVerdicts;
import dev.callsift.pipeline.verdict.Verdicts;
import java.util.List;

/**
 * The parts a run is put together from; none of them belongs to a single run.
 *
 * @param speechModel checked, the one that recordings of this run are heard with
 * @param listeners are told of every call that is new in the index
 */
record PipelineParts(
        JobSettings settings,
        RecordingStore recordings,
        DocumentStore documents,
        MetadataReader metadata,
        AudioSettings audio,
        SpeechModel speechModel,
        TranscriptSettings transcript,
        Tagger tagger,
        Ledger ledger,
        WorkItems items,
        CallOrders orders,
        Verdicts verdicts,
        SpeakerVerdicts speakers,
        List<IndexedCallListener> listeners) {

    PipelineParts {
        listeners = List.copyOf(listeners);
    }
}
