package dev.callsift.pipeline.transcript;

import java.time.Duration;

/**
 * What the recognizer processes have cost since the recognizer was started.
 *
 * @param processes how many were started
 * @param startCpu processor time until they were ready
 * @param workCpu processor time since then, of everything in them: Vosk, decoding, the Java machine
 * @param peakBytes the most resident memory one of them took; 0 where the system does not tell
 */
public record RecognizerUsage(int processes, Duration startCpu, Duration workCpu, long peakBytes) {}
