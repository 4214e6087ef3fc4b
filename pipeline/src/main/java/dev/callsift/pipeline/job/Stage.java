package dev.callsift.pipeline.job;

import java.util.Locale;

/** The steps of the job, in their order. */
public enum Stage {
    DISCOVER("looking for recordings"),
    TRANSCRIBE("transcribing"),
    TAG("tagging"),
    INDEX("indexing");

    private final String activity;

    Stage(String activity) {
        this.activity = activity;
    }

    /** What callsift is doing in this stage, for people. */
    public String activity() {
        return activity;
    }

    /** The name of the batch step. */
    String stepName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
