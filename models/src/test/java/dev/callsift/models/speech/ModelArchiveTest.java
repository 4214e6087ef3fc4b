package dev.callsift.models.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelArchiveTest {

    private static final int SYMLINK = 0120777;
    private static final int FIFO = 0010644;

    @TempDir
    private Path temp;

    private Path target;

    @BeforeEach
    void makeTarget() throws IOException {
        target = Files.createDirectories(temp.resolve("deep/target"));
    }

    private static byte[] zipOf(String name, int unixMode, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry entry = new ZipArchiveEntry(name);
            entry.setUnixMode(unixMode);
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private void unpack(byte[] zip) throws IOException {
        Path archive = Files.write(temp.resolve("archive.zip"), zip);
        new ModelArchive(archive, new UnpackLimits(50 * ByteSize.MIB, 20, 50)).unpackTo(target);
    }

    private void assertRefused(byte[] zip, String why) throws IOException {
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(() -> unpack(zip))
                .withMessageContaining(why)
                .withMessageContaining("archive.zip");
        try (Stream<Path> all = Files.walk(temp)) {
            assertThat(all.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
                    .as("files outside the target, or the evil one within")
                    .doesNotContain("evil");
        }
    }

    @Test
    void unpacksFoldersAndFiles() throws IOException {
        TinyModel model = TinyModel.inFolders(1000);
        unpack(model.zip("top"));
        assertThat(target.resolve("top/README")).hasContent("not part of the hash");
        assertThat(ModelChecksums.of(ModelFolder.check(target.resolve("top"))))
                .isEqualTo(ModelChecksums.of(ModelFolder.check(model.writeTo(temp.resolve("plain")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "../../evil",
                "a/../../evil",
                "..",
                "/tmp/callsift-test/evil",
                "..\\evil",
                "a\\..\\..\\evil",
                "C:/evil",
                "C:evil"
            })
    void refusesAnEntryOutsideTheTarget(String name) throws IOException {
        assertRefused(zipOf(name, 0100644, new byte[3]), "points outside");
    }

    @Test
    void refusesALink() throws IOException {
        assertRefused(zipOf("evil", SYMLINK, "/etc".getBytes(StandardCharsets.UTF_8)), "is a link or device");
    }

    @Test
    void refusesADevice() throws IOException {
        assertRefused(zipOf("evil", FIFO, new byte[0]), "is a link or device");
    }

    @Test
    void refusesABomb() throws IOException {
        assertRefused(zipOf("evil", 0100644, new byte[40_000_000]), "unpacks to more than");
    }

    @Test
    void refusesABombThatLiesAboutItsSize() throws IOException {
        byte[] zip = zipOf("bomb", 0100644, new byte[40_000_000]);
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int directory = zip.length - 22; // the end record has no comment
        int header = bytes.getInt(directory + 16);
        assertThat(bytes.getInt(header)).isEqualTo(0x02014b50);
        bytes.putInt(header + 24, 10);
        assertThatExceptionOfType(SpeechModelException.class).isThrownBy(() -> unpack(zip));
        long written = Files.exists(target.resolve("bomb")) ? Files.size(target.resolve("bomb")) : 0;
        assertThat(written).isLessThan(4 * ByteSize.MIB);
    }

    @Test
    void refusesTooManyEntries() throws IOException {
        TinyModel many = TinyModel.inFolders(10);
        for (int i = 0; i < 20; i++) {
            many.with("extra/" + i, "x");
        }
        assertRefused(many.zip("top"), "at most 20");
    }

    @Test
    void refusesTheSameNameTwice() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (String content : List.of("one", "two")) {
                zip.putArchiveEntry(new ZipArchiveEntry("twice"));
                zip.write(content.getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
        }
        assertRefused(bytes.toByteArray(), "two entries of the name 'twice'");
    }

    @Test
    void refusesDamagedContent() throws IOException {
        byte[] zip = TinyModel.inFolders(100_000).zip("top");
        zip[50_000] ^= 1;
        assertRefused(zip, "damaged");
    }

    @Test
    void refusesATruncatedArchive() throws IOException {
        byte[] zip = TinyModel.inFolders(100_000).zip("top");
        assertRefused(Arrays.copyOf(zip, zip.length / 2), "is no zip archive or a damaged one");
    }

    @Test
    void refusesAnErrorPageThatPretendsToBeAnArchive() throws IOException {
        assertRefused("<html>Please sign in</html>".getBytes(StandardCharsets.UTF_8), "is no zip archive");
    }
}
