package dev.callsift.pipeline.verdict;

import dev.callsift.pipeline.audio.Speaker;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer says of one tag of one call.
 *
 * @param callId the call's id everywhere in callsift
 * @param code of the tag
 * @param words that show it; null when the reviewer points at none
 * @param speaker who says them; null with {@code words}
 * @param startMs where they begin in the recording
 * @param endMs where they end
 * @param reviewer who says so
 * @param at when
 */
public record Verdict(
        String callId,
        String code,
        Kind kind,
        @Nullable String words,
        @Nullable Speaker speaker,
        long startMs,
        long endMs,
        String reviewer,
        Instant at) {

    /** What is said. */
    public enum Kind {
        /** The tag is right. */
        CONFIRMED,
        /** The tag is wrong. */
        REJECTED,
        /** The tag was missed. */
        ADDED
    }
}
