package dev.callsift.ui.outbox;

import dev.callsift.pipeline.outbox.MessageState;
import dev.callsift.pipeline.outbox.StoredMessage;
import dev.callsift.ui.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A message as one row.
 *
 * @param when what its time means, and the time
 * @param machine that time for machines
 * @param problem empty when there is none
 * @param heldBack later messages that wait behind it
 */
record MessageView(
        long id,
        String topic,
        String subject,
        String channel,
        int attempts,
        String when,
        String machine,
        String problem,
        long heldBack,
        boolean dead) {

    static MessageView of(StoredMessage message, long heldBack) {
        boolean pending = message.state() == MessageState.PENDING;
        Instant moment = pending
                ? message.due()
                : Optional.ofNullable(message.finished()).orElse(message.added());
        String label = pending ? "next try " : "";
        return new MessageView(
                message.id(),
                message.message().topic(),
                message.message().subjectId(),
                message.message().channel(),
                message.attempts(),
                label + Clock.start(moment.atOffset(ZoneOffset.UTC)),
                moment.toString(),
                Optional.ofNullable(message.problem()).orElse(""),
                heldBack,
                message.state() == MessageState.DEAD);
    }
}
