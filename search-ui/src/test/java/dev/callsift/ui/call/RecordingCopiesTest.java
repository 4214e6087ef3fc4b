package dev.callsift.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.audio.AudioSummary;
import dev.callsift.pipeline.audio.ChannelLayout;
import dev.callsift.pipeline.audio.PlayableAudio;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.RecordingObject;
import dev.callsift.pipeline.recording.RecordingSettings;
import dev.callsift.pipeline.recording.RecordingStore;
import dev.callsift.pipeline.recording.RecordingStores;
import dev.callsift.pipeline.transcript.SpeechModelReference;
import dev.callsift.pipeline.transcript.Transcript;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of the bundled recordings, whose formats browsers play or do not. */
final class RecordingCopiesTest {

    private RecordingStore store;
    private RecordingCopies copies;

    @BeforeEach
    void open(@TempDir Path directory) {
        Path demo =
                Path.of("..", "pipeline", "demo", "recordings").toAbsolutePath().normalize();
        store = RecordingStores.open(RecordingSettings.of(demo.toString()), InstantSource.system());
        copies = new RecordingCopies(store, new CopiesFolder(directory, 1L << 30, InstantSource.system()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Transcript transcript(String ending, String format, Path directory) {
        RecordingObject recording = recording(ending);
        return new Transcript(
                Transcript.SCHEMA_VERSION,
                recording.key().id(),
                new Transcript.Source(
                        recording.key().value(),
                        recording.etag(),
                        recording.size(),
                        store.fetch(recording, directory.resolve("hashed"))),
                CallMetadata.UNKNOWN,
                new AudioSummary(format, 8_000, 1, ChannelLayout.MONO, 1_000, 500, List.of()),
                new SpeechModelReference("demo-en-8k", "0", true),
                List.of());
    }

    private RecordingObject recording(String ending) {
        try (Stream<RecordingObject> listed = store.list()) {
            return listed.filter(found -> found.key().value().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void transcodesWhatNoBrowserPlays(@TempDir Path directory) {
        Transcript transcript = transcript(".amr", "amr/amrnb", directory);
        PlayableRecording playable = copies.open(transcript);
        assertThat(playable.type()).hasToString("audio/wav");
        assertThat(PlayableAudio.playable(new RecordingKey("copy"), playable.file()))
                .isTrue();
        assertThat(copies.open(transcript)).isEqualTo(playable);
    }

    @Test
    void leavesWhatBrowsersPlayAsItIs(@TempDir Path directory) {
        PlayableRecording playable = copies.open(transcript(".flac", "flac/flac", directory));
        assertThat(playable.type()).hasToString("audio/flac");
        assertThat(playable.file()).hasSameBinaryContentAs(directory.resolve("hashed"));
    }
}
