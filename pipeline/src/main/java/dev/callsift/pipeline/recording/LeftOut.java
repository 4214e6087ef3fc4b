package dev.callsift.pipeline.recording;

/**
 * Something a listing came across and did not list, so that no file is skipped silently.
 *
 * @param key its name in the store
 * @param cause why it is no recording, or not yet
 */
public record LeftOut(RecordingKey key, Cause cause) {

    /** Why a listing leaves something out. */
    public enum Cause {
        OTHER_TYPE("its name does not end like a recording's (see callsift.recording.extensions)"),
        STILL_WRITTEN("it was changed a moment ago and may still be written; the next run takes it"),
        LINK("it is a link that leads out of the folder, to a folder, or nowhere, and is not followed"),
        NO_FILE("it is neither a file nor a folder"),
        UNREADABLE_NAME(
                "its name cannot be spelled in this machine's locale; run callsift in a UTF-8 locale or rename it"),
        UNREADABLE_FOLDER("callsift may not look into this folder; give it permission to read it");

        private final String meaning;

        Cause(String meaning) {
            this.meaning = meaning;
        }

        /** One clause for people that says why, and what to do where something can be done. */
        public String meaning() {
            return meaning;
        }
    }

    @Override
    public String toString() {
        return key + ": " + cause.meaning();
    }
}
