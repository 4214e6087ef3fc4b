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
 * @param speaker who says them; null with {@code words}, or where that is unknown
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

    public static final int LONGEST_REVIEWER = 200;
    public static final int LONGEST_WORDS = 4_000;

    /** What is said. */
    public enum Kind {
        /** The tag is right. */
        CONFIRMED,
        /** The tag is wrong. */
        REJECTED,
        /** The tag was missed. */
        ADDED,
        /** What was said before no longer holds; the machine decides again. */
        WITHDRAWN
    }

    public Verdict {
        Reviewers.check(reviewer);
        if (code.isBlank() || startMs < 0 || endMs < startMs) {
            throw new IllegalArgumentException("no verdict: '" + code + "', " + startMs + " to " + endMs + " ms");
        }
        if (kind == Kind.ADDED && (words == null || words.isBlank())) {
            throw new IllegalArgumentException(code + ": a tag that was missed shows its words");
        }
        if (words != null && words.length() > LONGEST_WORDS) {
            throw new IllegalArgumentException(code + ": more than " + LONGEST_WORDS + " characters of words");
        }
    }

    /** Whether the call has the tag, whatever the machine says. */
    boolean holds() {
        return kind == Kind.CONFIRMED || kind == Kind.ADDED;
    }
}
