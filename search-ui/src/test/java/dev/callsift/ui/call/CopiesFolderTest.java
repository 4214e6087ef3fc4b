package dev.callsift.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CopiesFolderTest {

    private static final long LIMIT = 100;

    private Instant now = Instant.parse("2026-11-09T10:00:00Z");

    private CopiesFolder folder(Path directory) {
        return new CopiesFolder(directory.resolve("copies"), LIMIT, () -> now);
    }

    private void add(CopiesFolder folder, String name, int bytes) throws IOException {
        now = now.plusSeconds(1);
        Path part = folder.newPart();
        Files.write(part, new byte[bytes]);
        folder.keep(part, name);
    }

    @Test
    void letsGoOfWhatWasUnusedLongest(@TempDir Path directory) throws IOException {
        CopiesFolder folder = folder(directory);
        add(folder, "first", 40);
        add(folder, "second", 40);
        now = now.plusSeconds(1);
        assertThat(folder.find("first")).isPresent();
        add(folder, "third", 40);
        assertThat(folder.find("second")).isEmpty();
        assertThat(folder.find("first")).isPresent();
        assertThat(folder.find("third")).isPresent();
    }

    @Test
    void keepsTheNewestEvenWhenItAloneIsTooLarge(@TempDir Path directory) throws IOException {
        CopiesFolder folder = folder(directory);
        add(folder, "small", 10);
        add(folder, "huge", 500);
        assertThat(folder.find("huge")).isPresent();
        assertThat(folder.find("small")).isEmpty();
    }

    @Test
    void leavesWhatIsBeingWrittenAlone(@TempDir Path directory) throws IOException {
        CopiesFolder folder = folder(directory);
        Path part = folder.newPart();
        Files.write(part, new byte[500]);
        add(folder, "done", 90);
        assertThat(part).exists();
        assertThat(folder.find("done")).isPresent();
    }

    @Test
    void hasNothingBeforeItsFirstCopy(@TempDir Path directory) {
        assertThat(folder(directory).find("any")).isEmpty();
    }
}
