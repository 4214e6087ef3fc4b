package dev.callsift.pipeline.recording;

import java.util.stream.Stream;

/** Where the JSON sidecar of a recording may lie. */
final class Sidecars {

    /** A sidecar is a few kilobytes; more than this is something else. */
    static final int MAX_BYTES = 1 << 20;

    private Sidecars() {}

    /**
     * The keys to try, in this order: {@code call.wav.json}, {@code call.json}, and the names Genesys Cloud's export gives,
     * {@code call_metadata.json} and {@code call.wav_metadata.json}
     * (https://help.mypurecloud.com/articles/working-with-exported-recordings-in-aws-s3-bucket).
     */
    static Stream<RecordingKey> of(RecordingKey recording) {
        String key = recording.value();
        int dot = key.lastIndexOf('.');
        String stem = dot > key.lastIndexOf('/') ? key.substring(0, dot) : key;
        return Stream.of(key + ".json", stem + ".json", stem + "_metadata.json", key + "_metadata.json")
                .distinct()
                .map(RecordingKey::new);
    }
}
