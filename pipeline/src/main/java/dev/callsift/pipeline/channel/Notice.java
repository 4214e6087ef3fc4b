package dev.callsift.pipeline.channel;

import java.time.Instant;

/**
 * Something that happened, as it is told outside.
 *
 * @param id the same at every attempt, so that a receiver can tell that it has it
 * @param topic what happened, such as {@code item.created}
 * @param subject what it happened to
 * @param sequence 1, 2, 3 … for the notices of one subject through one channel
 * @param payloadJson a JSON object
 * @param at when it happened
 */
public record Notice(String id, String topic, String subject, long sequence, String payloadJson, Instant at) {}
