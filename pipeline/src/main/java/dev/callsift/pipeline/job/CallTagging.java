package dev.callsift.pipeline.job;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.PlainTurns;
import dev.callsift.pipeline.transcript.Transcript;
import java.util.List;
import java.util.function.Function;

/** Tags calls so that one on which tagging fails is held back alone, while a fault that is not the call's ends the run. */
final class CallTagging {

    private static final Transcript ORDINARY =
            PlainTurns.transcript("ordinary", List.of(new PlainTurns.Turn(Speaker.CUSTOMER, "please cancel my order")));

    private final Function<Transcript, CallTags> tagger;

    CallTagging(Function<Transcript, CallTags> tagger) {
        this.tagger = tagger;
    }

    /**
     * The tags of a call.
     *
     * @throws RecordingFaultException when it cannot be tagged although an ordinary call can
     */
    CallTags tags(RecordingKey key, Transcript transcript) {
        try {
            return tagger.apply(transcript);
        } catch (RuntimeException e) {
            CallTags unused = tagger.apply(ORDINARY); // fails where no call can be tagged
            RecordingFaultException fault =
                    new RecordingFaultException(key, QuarantineReason.TAGGING_FAILED, e.toString());
            fault.initCause(e);
            throw fault;
        }
    }
}
