package dev.callsift.search.saved;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A new call that a saved search found.
 *
 * @param search as it is today: it may have got another name since
 * @param seenAt null while nobody has seen it
 */
public record Alert(
        SavedSearch search,
        String callId,
        Instant raisedAt,
        @Nullable Instant seenAt) {

    public boolean seen() {
        return seenAt != null;
    }
}
