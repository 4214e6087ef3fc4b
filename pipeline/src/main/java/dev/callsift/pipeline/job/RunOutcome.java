package dev.callsift.pipeline.job;

/** How a run ended. */
public enum RunOutcome {
    /** Everything that could be done is done; what could not is quarantined. */
    COMPLETED,
    /** It was stopped, or a store stayed away; the next run goes on. */
    INCOMPLETE
}
