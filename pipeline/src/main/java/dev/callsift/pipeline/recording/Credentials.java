package dev.callsift.pipeline.recording;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The S3 user's keys, from the settings or, where those are silent, the environment. Never printed. */
record Credentials(@Nullable String accessKey, @Nullable String secretKey) {

    static Credentials of(RecordingSettings settings, UnaryOperator<@Nullable String> environment) {
        return new Credentials(
                first(settings.accessKey(), environment, "AWS_ACCESS_KEY_ID", "MINIO_ACCESS_KEY"),
                first(settings.secretKey(), environment, "AWS_SECRET_ACCESS_KEY", "MINIO_SECRET_KEY"));
    }

    private static @Nullable String first(
            @Nullable String set, UnaryOperator<@Nullable String> environment, String... variables) {
        if (set != null && !set.isBlank()) {
            return set;
        }
        for (String variable : variables) {
            String value = environment.apply(variable);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "credentials";
    }
}
