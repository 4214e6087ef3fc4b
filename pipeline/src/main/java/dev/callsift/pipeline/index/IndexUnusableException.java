package dev.callsift.pipeline.index;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The index cannot be opened as it is. Fate: stop. Nothing is lost: it can be rebuilt from the stored transcripts. */
public final class IndexUnusableException extends RuntimeException {

    private IndexUnusableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static IndexUnusableException busy(Path folder, Throwable cause) {
        return new IndexUnusableException(
                folder + ": another callsift is writing this index; wait until it has ended, then start again", cause);
    }

    static IndexUnusableException otherFormat(Path folder, String found) {
        return new IndexUnusableException(
                folder + ": the index has format " + found + " and this callsift reads format " + CallFields.FORMAT
                        + "; run 'callsift reindex'",
                null);
    }

    static IndexUnusableException damaged(Path folder, Throwable cause) {
        return new IndexUnusableException(
                folder + ": the index cannot be read (" + cause.getMessage() + "); run 'callsift reindex'", cause);
    }
}
