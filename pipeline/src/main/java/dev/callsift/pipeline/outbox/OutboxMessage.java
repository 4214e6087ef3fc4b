package dev.callsift.pipeline.outbox;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Something that happened and is to be told to the world outside.
 *
 * @param topic what happened: {@code item.created}, {@code item.changed}, {@code search.alert} …
 * @param subjectId what it happened to; messages of one subject through one channel leave in the order they were added
 * @param channel name of a configured channel
 * @param payloadJson a JSON object, the data of the message; templates and receivers read its fields
 * @param at when it happened
 */
public record OutboxMessage(String topic, String subjectId, String channel, String payloadJson, Instant at) {

    private static final Pattern TOPIC = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_SUBJECT = 200;

    public OutboxMessage {
        require(
                topic.length() <= LONGEST_NAME && TOPIC.matcher(topic).matches(),
                "a topic such as item.created",
                topic);
        require(
                !subjectId.isBlank() && subjectId.length() <= LONGEST_SUBJECT,
                "a subject of 1 to 200 letters",
                subjectId);
        require(!channel.isBlank() && channel.length() <= LONGEST_NAME, "a channel's name of 1 to 64 letters", channel);
        require(payloadJson.strip().startsWith("{"), "a JSON object as payload", payloadJson);
    }

    private static void require(boolean right, String wanted, String found) {
        if (!right) {
            throw new IllegalArgumentException("outbox message: needs " + wanted + ", got '" + found + "'");
        }
    }
}
