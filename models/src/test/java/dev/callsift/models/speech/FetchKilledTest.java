package dev.callsift.models.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fetch in a process of its own, killed the hard way. */
final class FetchKilledTest {

    private static final String NAME = "vosk-model-tiny-0.1";
    private static final String ARCHIVE = "/archives/" + NAME + ".zip";

    @TempDir
    private Path cache;

    /** The child process: says what it does, line by line. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) {
            DownloadProgress toParent = new DownloadProgress() {
                @Override
                public void downloaded(long doneBytes, long totalBytes) {
                    System.out.println("downloaded " + doneBytes);
                }

                @Override
                public void note(String line) {
                    System.out.println(line);
                }
            };
            new SpeechModels(Path.of(arguments[0]), URI.create(arguments[1]), SpeechModels.defaultClient())
                    .fetch(NAME, toParent);
        }
    }

    @Test
    void aFetchKilledWhileDownloadingLeavesNothingToSeeAndIsContinued() throws IOException, InterruptedException {
        byte[] archive = TinyModel.inFolders(3_000_000).zip(NAME);
        try (ModelServer server = new ModelServer()) {
            URI list = server.serveList(NAME, archive);
            server.serve(ARCHIVE, archive, server.stallAfter(1_000_000));
            killOnceItSays("downloaded 1000000", list);
            SpeechModels models = new SpeechModels(cache, list, SpeechModels.defaultClient());
            assertThat(models.list().entries())
                    .filteredOn(entry -> entry.availability() == Availability.CACHED)
                    .isEmpty();
            assertThatExceptionOfType(SpeechModelException.class)
                    .isThrownBy(() -> models.open(NAME))
                    .withMessageContaining("no speech model '" + NAME + "' on this machine");
            models.fetch(NAME, DownloadProgress.silent());
            assertThat(server.requestsFor(ARCHIVE).getLast().range()).contains("bytes=1000000-");
            assertThat(models.open(NAME).name()).isEqualTo(NAME);
        }
    }

    @Test
    void aFetchKilledWhileUnpackingIsNeverSeenHalf() throws IOException, InterruptedException {
        byte[] archive = TinyModel.inFolders(20_000_000).zip(NAME);
        try (ModelServer server = new ModelServer()) {
            URI list = server.serveList(NAME, archive);
            server.serve(ARCHIVE, archive);
            killOnceItSays("unpacking " + NAME, list);
            SpeechModels models = new SpeechModels(cache, list, SpeechModels.defaultClient());
            if (models.list().entries().stream().anyMatch(entry -> entry.availability() == Availability.CACHED)) {
                assertThat(models.open(NAME).name()).isEqualTo(NAME); // the kill came late: then it is whole
            }
            models.fetch(NAME, DownloadProgress.silent());
            assertThat(models.open(NAME).name()).isEqualTo(NAME);
            assertThat(server.requestsFor(ARCHIVE)).hasSize(1); // the verified download was not thrown away
        }
    }

    private void killOnceItSays(String line, URI list) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        cache.toString(),
                        list.toString())
                .redirectErrorStream(true)
                .start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            String next = out.readLine();
            while (next != null && !next.equals(line)) {
                said.append(next).append('\n');
                next = out.readLine();
            }
            assertThat(next).as("%s", said).isEqualTo(line);
        } finally {
            child.destroyForcibly().waitFor();
        }
    }
}
