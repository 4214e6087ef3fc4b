package dev.callsift.pipeline.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.recording.RecordingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongRecordingTest {

    private static final int REPETITIONS = 100;

    @TempDir
    private Path folder;

    /** Its samples would need 60 MB, its speech half of that. */
    @Test
    void anHourIsReadInAHeapOfSixteenMegabytes() throws Exception {
        Path file = folder.resolve("long.wav");
        Sound[] call = Sound.conversation();
        Sound.write(file, REPETITIONS, call);
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx16m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reader.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim())
                .isEqualTo((long) call[0].ms() * REPETITIONS + " ms");
        assertThat(reader.waitFor()).isZero();
    }

    /** The process whose heap is small. */
    static final class Reader {

        private Reader() {}

        public static void main(String[] arguments) throws InterruptedException, IOException {
            AudioSummary summary = AudioReader.read(
                    new RecordingKey("long"),
                    Path.of(arguments[0]),
                    new ChannelAssignment(0, 1, true),
                    Sound.RATE,
                    segment -> {});
            System.out.write((summary.durationMs() + " ms\n").getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        }
    }
}
