package dev.callsift.pipeline.job;

import dev.callsift.pipeline.recording.RecordingKey;

/** Hears how a run goes on. Called from several threads at once; an implementation must be quick and must not throw. */
public interface RunProgress {

    /** Nobody listens. */
    RunProgress SILENT = new RunProgress() {};

    /** @param total how many recordings this stage has to do; -1 when it is not known before */
    default void started(Stage stage, long total) {}

    /** One more recording, or page of a listing, has left the stage. */
    default void advanced(Stage stage, long by) {}

    /** @param explanation one sentence without the key */
    default void quarantined(RecordingKey key, String explanation) {}

    /** Something a person should see that holds nothing up, for example a store that is tried again. */
    default void warned(String message) {}

    default void ended(Stage stage) {}
}
