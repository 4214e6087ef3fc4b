package dev.callsift.pipeline.audio;

import java.util.List;

/**
 * What the audio stage found out about a recording.
 *
 * @param format container and codec as FFmpeg names them, for example {@code wav/pcm_mulaw}
 * @param sampleRate of the recording, in Hz
 * @param channels of the recording
 * @param layout how the speakers lie in it
 * @param durationMs what was really decoded, not what the header says
 * @param speechMs speech that went on to the recognizer, summed over channels
 * @param warnings what is odd about the file although it could be used, one clause each, for example
 *     {@code "the header says 60.0 s, 12.3 s could be decoded"}; mostly empty
 */
public record AudioSummary(
        String format,
        int sampleRate,
        int channels,
        ChannelLayout layout,
        long durationMs,
        long speechMs,
        List<String> warnings) {

    public AudioSummary {
        if (sampleRate <= 0 || channels <= 0 || durationMs < 0 || speechMs < 0) {
            throw new IllegalArgumentException("not a recording: " + sampleRate + " Hz, " + channels + " channels, "
                    + durationMs + " ms, speech " + speechMs + " ms");
        }
        warnings = List.copyOf(warnings);
    }

    /** What a recognizer without voice activity detection would be fed: the length of all channels that are listened to. */
    public long listenedMs() {
        return durationMs * (layout == ChannelLayout.SPLIT ? 2 : 1);
    }
}
