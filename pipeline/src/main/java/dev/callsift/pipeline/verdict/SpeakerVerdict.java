package dev.callsift.pipeline.verdict;

import java.time.Instant;

/**
 * What a reviewer says of who is who in a call.
 *
 * @param callId the call's id everywhere in callsift
 * @param swapped whether agent and customer are the other way round than the recording's channels say
 * @param at when
 */
public record SpeakerVerdict(String callId, boolean swapped, String reviewer, Instant at) {

    public SpeakerVerdict {
        Reviewers.check(reviewer);
    }
}
