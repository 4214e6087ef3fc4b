package dev.callsift.pipeline.verdict;

import java.time.Instant;

/**
 * What a reviewer wrote of a call.
 *
 * @param callId the call's id everywhere in callsift
 * @param at when
 */
public record CallNote(String callId, String note, String reviewer, Instant at) {

    public static final int LONGEST = 4_000;

    public CallNote {
        Reviewers.check(reviewer);
        if (note.isBlank() || note.length() > LONGEST) {
            throw new IllegalArgumentException("a note has 1 to " + LONGEST + " characters");
        }
    }
}
