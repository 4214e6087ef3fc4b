package dev.callsift.pipeline.evaluation;

import java.time.Duration;

/**
 * What recognizing a set of recordings took.
 *
 * @param audio length of the recordings
 * @param wall elapsed time, start-up apart
 * @param recognizerCpu processor time inside Vosk
 * @param totalCpu processor time of everything, recognizer process and this one, start-up apart
 * @param peakBytes the most resident memory of the recognizer process; 0 where the system does not tell
 */
public record SpeechCost(Duration audio, Duration wall, Duration recognizerCpu, Duration totalCpu, long peakBytes) {

    /** Seconds of recordings done per second of processor time. */
    public double throughputPerCore() {
        return (double) audio.toMillis() / totalCpu.toMillis();
    }

    /** Seconds of recordings done per second. */
    public double throughput() {
        return (double) audio.toMillis() / wall.toMillis();
    }

    /** Processor time outside Vosk, in relation to all of it. */
    public double overhead() {
        return 1 - (double) recognizerCpu.toMillis() / totalCpu.toMillis();
    }
}
