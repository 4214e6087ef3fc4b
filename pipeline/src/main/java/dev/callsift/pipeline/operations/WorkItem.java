package dev.callsift.pipeline.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a caller wants done and somebody takes care of.
 *
 * @param type code of the tag, such as {@code modify.size} or {@code cancel.requested}
 * @param version one more with every change; a change is refused when it was made on an older one
 * @param owner who takes care of it
 * @param team that it is for, by name; null when none is known
 * @param from what it is now, as far as the call says
 * @param to what it is to be, as a machine reads it
 * @param toWords what it is to be, as spoken
 * @param orderSpoken the number that was said, letters and digits
 * @param order number of the order that is known; null when it is not known or not clear
 * @param orderEvidence why it is that order, or why it is not known
 * @param words that show the request
 * @param answer the agent's: promised, refused, done, none
 * @param confidence how sure the tagger is, 0 to 1
 * @param startMs where it is heard in the recording
 * @param endMs where that ends
 * @param dispatchCutoff until when the order can still be changed; null when that is not known
 * @param createdAt when it came into the queue
 * @param seenAt when somebody first changed it
 * @param closedAt when it was closed
 */
public record WorkItem(
        long id,
        String callId,
        String type,
        ItemState state,
        int version,
        @Nullable String owner,
        @Nullable String team,
        @Nullable String from,
        @Nullable String to,
        @Nullable String toWords,
        @Nullable String orderSpoken,
        @Nullable String order,
        @Nullable String orderEvidence,
        String words,
        String answer,
        double confidence,
        long startMs,
        long endMs,
        @Nullable Instant dispatchCutoff,
        @Nullable Instant callStartedAt,
        @Nullable Instant callEndedAt,
        @Nullable String agent,
        @Nullable String customerNumber,
        @Nullable String queue,
        Instant createdAt,
        @Nullable Instant seenAt,
        @Nullable Instant closedAt) {

    /** Whether it says the same as it did before, for whichever team. */
    boolean says(WorkItem before) {
        return withTeam(null).equals(before.withTeam(null));
    }

    private WorkItem withTeam(@Nullable String other) {
        return new WorkItem(
                id,
                callId,
                type,
                state,
                version,
                owner,
                other,
                from,
                to,
                toWords,
                orderSpoken,
                order,
                orderEvidence,
                words,
                answer,
                confidence,
                startMs,
                endMs,
                dispatchCutoff,
                callStartedAt,
                callEndedAt,
                agent,
                customerNumber,
                queue,
                createdAt,
                seenAt,
                closedAt);
    }
}
