package dev.callsift.pipeline.recording;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in the configuration.
 *
 * @param key the setting's full name, for example {@code callsift.recording.source}
 * @param value what it is set to, as it may be shown to people; {@code null} when it is not set. Never a secret.
 * @param allowed what it must be, as the end of "… must be"
 */
public record SettingProblem(String key, @Nullable Object value, String allowed) {

    @Override
    public String toString() {
        String found = value == null ? key + " is not set" : key + " is '" + value + "'";
        return found + "; it must be " + allowed;
    }
}
