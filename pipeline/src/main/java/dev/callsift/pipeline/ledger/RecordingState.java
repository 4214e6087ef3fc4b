package dev.callsift.pipeline.ledger;

/** How far a recording has come. It only ever moves to the right, or is held back, or starts again, or is tagged again. */
public enum RecordingState {
    /** Found in the store; new, changed, or put back by a person. */
    DISCOVERED,
    /** Its transcript is in the document store. */
    TRANSCRIBED,
    /** Its tags are in the document store. */
    TAGGED,
    /** It can be searched. */
    INDEXED,
    /** Held back, with a reason. */
    QUARANTINED;

    /** Whether a run has something to do with it. */
    public boolean isUnderway() {
        return this == DISCOVERED || this == TRANSCRIBED || this == TAGGED;
    }
}
