package dev.callsift.pipeline.recording;

import org.springframework.util.unit.DataSize;

/** Refuses what is larger than allowed before a byte of it is read. */
final class SizeLimit {

    private SizeLimit() {}

    static void check(RecordingObject recording, DataSize limit) {
        if (recording.size() > limit.toBytes()) {
            throw new RecordingFaultException(
                    recording.key(),
                    QuarantineReason.TOO_LARGE,
                    recording.size() + " bytes, the limit is " + limit.toBytes());
        }
    }
}
