package dev.callsift.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sound of a call over HTTP, with a real folder of recordings. */
final class CallAudioTest {

    private static final String AUDIO = "/calls/" + SampleCalls.id(SampleCalls.CANCELLED) + "/audio";

    private final byte[] sound = SampleSound.wav(SampleCalls.DURATION_MS, 2);

    private SampleStores stores;
    private TestServer server;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        stores = SampleStores.filled(directory);
        server = new TestServer(stores);
    }

    @AfterEach
    void stop() {
        server.close();
        stores.close();
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        HttpHeaders headers = answer.headers();
        return headers.firstValue(name).orElse("");
    }

    @Test
    void givesTheWholeRecording() {
        HttpResponse<byte[]> answer = server.get(AUDIO);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(sound);
        assertThat(header(answer, "Content-Type")).isEqualTo("audio/wav");
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(answer, "ETag")).startsWith("\"");
        assertThat(header(answer, "Cache-Control")).contains("private");
    }

    @Test
    void givesARange() {
        HttpResponse<byte[]> answer = server.get(AUDIO, "Range", "bytes=100-299");
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(sound, 100, 300));
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes 100-299/" + sound.length);
        assertThat(header(answer, "Content-Length")).isEqualTo("200");
    }

    @Test
    void givesTheLastBytes() {
        HttpResponse<byte[]> answer = server.get(AUDIO, "Range", "bytes=-7");
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(sound, sound.length - 7, sound.length));
    }

    @Test
    void refusesARangeBehindTheEnd() {
        HttpResponse<byte[]> answer = server.get(AUDIO, "Range", "bytes=" + sound.length + "-");
        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes */" + sound.length);
    }

    @Test
    void givesARangeOnlyOfTheVersionTheReaderHolds() {
        String etag = header(server.get(AUDIO), "ETag");
        assertThat(server.get(AUDIO, "Range", "bytes=0-9", "If-Range", etag).statusCode())
                .isEqualTo(206);
        HttpResponse<byte[]> other = server.get(AUDIO, "Range", "bytes=0-9", "If-Range", "\"another\"");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(sound);
    }

    @Test
    void answersHeadWithoutABody() {
        HttpResponse<byte[]> answer = server.send("HEAD", AUDIO, "Range", "bytes=0-9");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(sound.length));
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void saysNotModifiedToWhoeverHasIt() {
        String etag = header(server.get(AUDIO), "ETag");
        assertThat(server.get(AUDIO, "If-None-Match", etag).statusCode()).isEqualTo(304);
    }

    @Test
    void fetchesOnce() throws IOException {
        server.get(AUDIO);
        Files.delete(stores.recording(SampleCalls.CANCELLED));
        assertThat(server.get(AUDIO).statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatTheRecordingIsGone() throws IOException {
        Files.delete(stores.recording(SampleCalls.CANCELLED));
        HttpResponse<byte[]> answer = server.get(AUDIO);
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(new String(answer.body(), UTF_8))
                .contains("\"title\":\"The recording is no longer in the store\"")
                .containsPattern("\"id\":\"[0-9a-f]{8}\"");
    }

    @Test
    void saysThatTheRecordingWasReplaced() throws IOException {
        Files.write(stores.recording(SampleCalls.CANCELLED), SampleSound.wav(1_000, 1));
        HttpResponse<byte[]> answer = server.get(AUDIO);
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(new String(answer.body(), UTF_8)).contains("replaced");
    }

    @Test
    void leavesNoHalfCopyBehind() throws IOException {
        Files.delete(stores.recording(SampleCalls.CANCELLED));
        server.get(AUDIO);
        try (var files = Files.list(stores.audioCache())) {
            assertThat(files).isEmpty();
        }
    }
}
