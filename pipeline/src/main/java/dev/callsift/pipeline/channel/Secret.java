package dev.callsift.pipeline.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A setting nobody may see: a value (in configuration mostly <code>${NAME}</code>, from the environment), or {@code file:} and
 * the path of a file that holds it. Files are read at every use, so that a replaced secret counts at once. Prints as {@code
 * (secret)}.
 */
public final class Secret {

    private static final String FILE = "file:";

    private final String configured;

    private Secret(String configured) {
        this.configured = configured;
    }

    /** Takes anything, so that no refusal can print it; what is wrong with it is found by {@link #problem()}. */
    public static Secret valueOf(String configured) {
        return new Secret(configured.strip());
    }

    /** What keeps this secret from being used, without saying what it is. */
    Optional<String> problem() {
        try {
            return reveal().isEmpty() ? Optional.of("it is empty") : Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.of("its file cannot be read: " + configured.substring(FILE.length()));
        }
    }

    /** @throws UncheckedIOException when its file cannot be read */
    String reveal() {
        if (!configured.startsWith(FILE)) {
            return configured;
        }
        try {
            return Files.readString(Path.of(configured.substring(FILE.length())))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.configured.equals(configured);
    }

    @Override
    public int hashCode() {
        return configured.hashCode();
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
