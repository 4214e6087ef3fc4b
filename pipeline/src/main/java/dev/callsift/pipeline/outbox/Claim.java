package dev.callsift.pipeline.outbox;

import java.util.List;

/**
 * Messages that one thread of one process may deliver now, all through the same channel.
 *
 * @param token written into their rows; who finds another one there has lost them
 */
record Claim(String token, List<StoredMessage> messages) {

    Claim {
        messages = List.copyOf(messages);
    }

    List<Long> ids() {
        return messages.stream().map(StoredMessage::id).toList();
    }
}
