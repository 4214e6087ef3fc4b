package dev.callsift.pipeline.recording;

import dev.callsift.pipeline.recording.LeftOut.Cause;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What both stores' listings have in common: which of the objects found are recordings, and what becomes of the others. */
record Listing(RecordingSettings settings, Settling settling, Consumer<LeftOut> leftOut) {

    Stream<RecordingObject> keepRecordings(Stream<RecordingObject> found) {
        return found.filter(this::isRecording);
    }

    /** Reports what is left out, except sidecars, which are read with their recording. */
    private boolean isRecording(RecordingObject object) {
        String ending = ending(object.key().value());
        if (!settings.extensions().contains(ending)) {
            if (!ending.equals("json")) {
                report(object.key(), Cause.OTHER_TYPE);
            }
            return false;
        }
        if (settling.mayStillBeWritten(object.lastModified())) {
            report(object.key(), Cause.STILL_WRITTEN);
            return false;
        }
        return true;
    }

    void report(RecordingKey key, Cause cause) {
        leftOut.accept(new LeftOut(key, cause));
    }

    private static String ending(String key) {
        return key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
