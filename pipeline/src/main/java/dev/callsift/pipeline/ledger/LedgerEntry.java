package dev.callsift.pipeline.ledger;

import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.RecordingObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger.
 *
 * @param sequence the order in which recordings are done, rising
 * @param recording the version of the object this row speaks of
 * @param state how far it has come
 * @param quarantine why it is held back; present exactly in the state {@link RecordingState#QUARANTINED}
 * @param attempts how often transcribing this version was begun
 * @param facts present once transcribed
 * @param changedAt when the row last changed its state
 */
public record LedgerEntry(
        long sequence,
        RecordingObject recording,
        RecordingState state,
        @Nullable Quarantine quarantine,
        int attempts,
        @Nullable TranscriptionFacts facts,
        Instant changedAt) {

    public LedgerEntry {
        if ((state == RecordingState.QUARANTINED) != (quarantine != null)) {
            throw new IllegalArgumentException(recording.key() + ": " + state + " with quarantine " + quarantine);
        }
    }

    public RecordingKey key() {
        return recording.key();
    }

    /** The call's id everywhere in callsift. */
    public String id() {
        return recording.key().id();
    }
}
