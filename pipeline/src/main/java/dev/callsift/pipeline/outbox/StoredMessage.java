package dev.callsift.pipeline.outbox;

import dev.callsift.pipeline.channel.Notice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as the outbox holds it.
 *
 * @param id for people and commands
 * @param messageId for receivers
 * @param sequence its place within its subject and channel
 * @param attempts that failed
 * @param due not tried before
 * @param problem of the last attempt, or why it waits
 * @param finished when it was delivered, recorded, given up or discarded
 */
public record StoredMessage(
        long id,
        String messageId,
        OutboxMessage message,
        long sequence,
        Instant added,
        MessageState state,
        int attempts,
        Instant due,
        @Nullable String problem,
        @Nullable Instant tried,
        @Nullable Instant finished) {

    /** As channels take it. */
    public Notice notice() {
        return new Notice(
                messageId, message.topic(), message.subjectId(), sequence, message.payloadJson(), message.at());
    }
}
