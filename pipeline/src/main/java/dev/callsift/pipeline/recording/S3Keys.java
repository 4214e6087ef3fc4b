package dev.callsift.pipeline.recording;

import java.util.Arrays;

/** Keys that S3 knows and an HTTP request cannot name. */
final class S3Keys {

    private S3Keys() {}

    /** HTTP clients and proxies resolve {@code .} and {@code ..} in addresses: the request would go to another object. */
    static void check(RecordingKey key) {
        if (Arrays.stream(key.value().split("/", -1)).anyMatch(part -> part.equals(".") || part.equals(".."))) {
            throw new RecordingFaultException(
                    key, QuarantineReason.UNSAFE_KEY, "'.' or '..' between slashes cannot be asked for over HTTP");
        }
    }
}
