package dev.callsift.pipeline.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.callsift.pipeline.audio.DemoCalls.DemoCall;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.recording.RecordingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayableAudioTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"wav-pcm16", "wav-u8", "flac", "m4a"})
    void whatEveryBrowserPlaysIsServedAsItIs(String format) throws IOException {
        assertThat(playable(format)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wav-mulaw", "wav-alaw", "wav-gsm", "wav-float", "wav-pcm24", "opus", "amr"})
    void whatSomeBrowserRefusesIsTranscoded(String format) throws IOException {
        assertThat(playable(format)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wav-mulaw", "wav-gsm", "opus", "amr", "mp3", "m4a"})
    void aTranscodedRecordingIsAsLongAndSaysTheSame(String format) throws Exception {
        DemoCall call = DemoCalls.ofFormat(format);
        Path out = folder.resolve("out.wav");
        PlayableAudio.transcode(call.key(), call.file(), out);
        Segments original = Segments.of(call.key(), call.file(), call.assignment());
        Segments transcoded = Segments.of(call.key(), out, call.assignment());

        assertThat(PlayableAudio.playable(call.key(), out)).isTrue();
        assertThat(transcoded.summary().format()).isEqualTo("wav/pcm_s16le");
        assertThat(transcoded.summary().channels()).isEqualTo(original.summary().channels());
        assertThat(transcoded.summary().sampleRate()).isLessThanOrEqualTo(16_000);
        assertThat(transcoded.summary().durationMs())
                .isCloseTo(original.summary().durationMs(), within(50L));
        assertThat(transcoded.summary().speechMs())
                .isCloseTo(
                        original.summary().speechMs(), within(original.summary().speechMs() / 50));
    }

    @Test
    void whatCannotBeDecodedLeavesNoFile() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.wav"), "not audio");
        Path out = folder.resolve("out.wav");

        assertThatThrownBy(() -> PlayableAudio.transcode(new RecordingKey("bad"), bad, out))
                .isInstanceOf(RecordingFaultException.class);
        try (var files = Files.list(folder)) {
            assertThat(List.copyOf(files.toList())).containsExactly(bad);
        }
    }

    private static boolean playable(String format) throws IOException {
        DemoCall call = DemoCalls.ofFormat(format);
        return PlayableAudio.playable(call.key(), call.file());
    }
}
