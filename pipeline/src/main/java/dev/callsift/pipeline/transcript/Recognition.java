package dev.callsift.pipeline.transcript;

import dev.callsift.pipeline.audio.AudioSummary;
import java.time.Duration;
import java.util.List;

/**
 * What recognizing one recording gave.
 *
 * @param audio what the audio stage found
 * @param utterances in the order of their start times
 * @param peaks how loud each lane is, by channel
 * @param recognizerCpu processor time spent inside Vosk
 * @param otherCpu processor time spent decoding audio and finding speech
 */
public record Recognition(
        AudioSummary audio,
        List<Utterance> utterances,
        List<Waveform.Lane> peaks,
        Duration recognizerCpu,
        Duration otherCpu) {

    public Recognition {
        utterances = List.copyOf(utterances);
        peaks = List.copyOf(peaks);
    }
}
