package dev.callsift.pipeline.ledger;

import java.time.Duration;

/**
 * What transcribing a recording found and cost, kept for reports.
 *
 * @param duration of the recording as decoded
 * @param channelTime the length of the channels that were listened to, summed: twice the duration for a call with a channel
 *     per speaker
 * @param speech that went to the recognizer, summed over channels
 * @param wall time from fetching the object to writing its transcript
 * @param recognizerCpu processor time inside the speech recognizer
 * @param otherCpu processor time for decoding and finding speech
 * @param speechModel name of the model
 * @param modelHash its hash
 */
public record TranscriptionFacts(
        Duration duration,
        Duration channelTime,
        Duration speech,
        Duration wall,
        Duration recognizerCpu,
        Duration otherCpu,
        String speechModel,
        String modelHash) {}
