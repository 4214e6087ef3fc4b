package dev.callsift.pipeline.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.callsift.pipeline.recording.LeftOut.Cause;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class FolderRecordingStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    Path folder;

    private Path root;
    private Path target;
    private final List<LeftOut> leftOut = new ArrayList<>();

    @BeforeEach
    void makeFolders() throws IOException {
        root = Files.createDirectory(folder.resolve("recordings"));
        target = folder.resolve("fetched");
    }

    @AfterEach
    void nothingHalfIsLeft() {
        assertThat(folder.resolve("fetched.part")).doesNotExist();
    }

    private RecordingStore store(Path root) {
        RecordingSettings defaults = RecordingSettings.of(root.toString());
        RecordingSettings settings = new RecordingSettings(
                root.toString(),
                null,
                null,
                "us-east-1",
                null,
                null,
                DataSize.ofKilobytes(1),
                defaults.extensions(),
                1_000,
                null,
                Duration.ofSeconds(30));
        return new FolderRecordingStore(root, settings, new Settling(Duration.ofSeconds(2), InstantSource.fixed(NOW)));
    }

    private static Path write(Path root, String key, String content) throws IOException {
        Path file = root.resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(60)));
        return file;
    }

    private List<String> keys(RecordingStore store) {
        try (Stream<RecordingObject> objects = store.list(leftOut::add)) {
            return objects.map(object -> object.key().value()).toList();
        }
    }

    private static RecordingObject only(RecordingStore store) {
        try (Stream<RecordingObject> objects = store.list()) {
            return objects.toList().getFirst();
        }
    }

    @Test
    void listsInTheOrderOfS3() throws IOException {
        // '-' and '.' sort before '/', '0' after it; an emoji after U+FF5E in UTF-8, before it in Java's own order.
        List<String> ordered = List.of(
                "a-b.wav", "a.wav", "a/b.wav", "a/c/d.wav", "a0.wav", "b c.wav", "b\nc.wav", "\uFF5E.wav", "😀.wav");
        for (String key : ordered.reversed()) {
            write(root, key, "sound");
        }

        assertThat(keys(store(root)))
                .containsExactly(
                        "a-b.wav",
                        "a.wav",
                        "a/b.wav",
                        "a/c/d.wav",
                        "a0.wav",
                        "b\nc.wav",
                        "b c.wav",
                        "\uFF5E.wav",
                        "😀.wav");
        assertThat(leftOut).isEmpty();
    }

    @Test
    void fetchesAnyName() throws IOException {
        for (String key : List.of("two words.wav", "😀 ünï.wav", "line\nbreak.wav")) {
            Path file = write(root, key, "sound of " + key);
            RecordingStore store = store(root);

            String hash = store.fetch(only(store), target);

            assertThat(target).hasContent("sound of " + key);
            assertThat(hash).hasSize(64);
            Files.delete(file);
        }
    }

    @Test
    void hashesTheContent() throws IOException {
        write(root, "a.wav", "abc");
        RecordingStore store = store(root);

        assertThat(store.fetch(only(store), target))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(store.bodiesRead()).isEqualTo(1);
    }

    @Test
    void reportsWhatItLeavesOut() throws IOException {
        write(root, "a.wav", "sound");
        write(root, "a.wav.json", "{}");
        write(root, "notes.txt", "text");
        Files.setLastModifiedTime(write(root, "fresh.wav", "so"), FileTime.from(NOW.minusSeconds(1)));
        write(folder, "outside.wav", "secret");
        Files.createSymbolicLink(root.resolve("link.wav"), folder.resolve("outside.wav"));
        Files.createSymbolicLink(root.resolve("circle"), root);
        Files.createSymbolicLink(root.resolve("broken.wav"), root.resolve("nothing.wav"));

        assertThat(keys(store(root))).containsExactly("a.wav");
        assertThat(leftOut)
                .extracting(left -> left.key().value(), LeftOut::cause)
                .containsExactlyInAnyOrder(
                        tuple("notes.txt", Cause.OTHER_TYPE),
                        tuple("fresh.wav", Cause.STILL_WRITTEN),
                        tuple("link.wav", Cause.LINK),
                        tuple("circle", Cause.LINK),
                        tuple("broken.wav", Cause.LINK));
        assertThat(leftOut)
                .filteredOn(left -> left.cause() == Cause.STILL_WRITTEN)
                .singleElement()
                .hasToString("fresh.wav: it was changed a moment ago and may still be written; the next run takes it");
    }

    @Test
    void followsALinkThatStaysInside() throws IOException {
        Path file = write(root, "sounds/a.wav", "sound");
        Files.createSymbolicLink(root.resolve("z.wav"), file);
        RecordingStore store = store(root);

        assertThat(keys(store)).containsExactly("sounds/a.wav", "z.wav");
    }

    @Test
    void takesAFileFromTheFuture() throws IOException {
        Files.setLastModifiedTime(write(root, "a.wav", "sound"), FileTime.from(NOW.plusSeconds(3_600)));

        assertThat(keys(store(root))).containsExactly("a.wav");
    }

    @Test
    void refusesKeysThatLeadOut() throws IOException {
        write(folder, "outside.wav", "secret");
        Files.createSymbolicLink(root.resolve("link.wav"), folder.resolve("outside.wav"));
        Files.createSymbolicLink(root.resolve("up"), folder);
        RecordingStore store = store(root);

        for (String key : List.of(
                "../outside.wav",
                "a/../../outside.wav",
                "/etc/passwd",
                "link.wav",
                "up/outside.wav",
                "./link.wav",
                "nul\0.wav")) {
            RecordingObject object = new RecordingObject(new RecordingKey(key), "6-0", 6, NOW);
            assertFault(QuarantineReason.UNSAFE_KEY, () -> store.fetch(object, target));
        }
        assertThat(target).doesNotExist();
        assertThat(store.bodiesRead()).isZero();
    }

    @Test
    void doesNotReadWhatIsTooLarge() throws IOException {
        write(root, "long.wav", "x".repeat(1_025));
        RecordingStore store = store(root);
        RecordingObject object = only(store);

        assertFault(QuarantineReason.TOO_LARGE, () -> store.fetch(object, target));
        assertThat(store.bodiesRead()).isZero();
    }

    @Test
    void noticesADeletedFile() throws IOException {
        Path file = write(root, "a.wav", "sound");
        RecordingStore store = store(root);
        RecordingObject object = only(store);
        Files.delete(file);

        assertFault(QuarantineReason.GONE, () -> store.fetch(object, target));
    }

    @Test
    void noticesAReplacedFile() throws IOException {
        write(root, "a.wav", "sound");
        RecordingStore store = store(root);
        RecordingObject object = only(store);
        Files.writeString(root.resolve("a.wav"), "other");

        assertFault(QuarantineReason.CHANGED, () -> store.fetch(object, target));
        assertThat(target).doesNotExist();
    }

    @Test
    void noticesAFileReplacedWhileItIsRead() throws IOException {
        Path file = write(root, "a.wav", "sound");
        FolderVersion before = FolderVersion.of(Files.readAttributes(file, BasicFileAttributes.class));
        FileTime time = Files.getLastModifiedTime(file);
        // Same size, same time, another file: only the file key tells.
        Path other = write(root, "b.wav", "noise");
        Files.setLastModifiedTime(other, time);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        FolderVersion after = FolderVersion.of(Files.readAttributes(file, BasicFileAttributes.class));

        assertThat(after.etag()).isEqualTo(before.etag());
        assertThat(after.isStill(before)).isFalse();
    }

    @Test
    void keepsTheETagWhileTheFileIsTheSame() throws IOException {
        Path file = write(root, "a.wav", "sound");
        String before = only(store(root)).etag();
        Files.move(file, root.resolve("x.wav"));
        Files.copy(root.resolve("x.wav"), file, StandardCopyOption.COPY_ATTRIBUTES);
        Files.delete(root.resolve("x.wav"));

        assertThat(only(store(root)).etag()).isEqualTo(before);
    }

    @Test
    void blamesTheDiskWhenTheWholeFolderIsAway() throws IOException {
        write(root, "a.wav", "sound");
        RecordingStore store = store(root);
        RecordingObject object = only(store);
        Files.move(root, folder.resolve("unmounted"));

        assertThatThrownBy(() -> store.fetch(object, target)).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> keys(store))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith(root.toString());
    }

    @Test
    void walksLazily() throws IOException {
        write(root, "a/1.wav", "sound");
        write(root, "b/2.wav", "sound");
        RecordingStore store = store(root);
        try (Stream<RecordingObject> objects = store.list()) {
            var iterator = objects.iterator();
            assertThat(iterator.next().key().value()).isEqualTo("a/1.wav");
            // Folder b is opened only now: what appears in it meanwhile is seen.
            write(root, "b/1.wav", "sound");
            assertThat(iterator.next().key().value()).isEqualTo("b/1.wav");
        }
    }

    @Test
    void findsSidecarsInTheirPlaces() throws IOException {
        write(root, "a.wav", "sound");
        RecordingStore store = store(root);
        RecordingObject object = only(store);
        assertThat(store.sidecar(object)).isEmpty();

        write(root, "a_metadata.json", "{\"from\":\"Genesys\"}");
        assertThat(store.sidecar(object)).contains("{\"from\":\"Genesys\"}");
        write(root, "a.json", "{\"stem\":1}");
        assertThat(store.sidecar(object)).contains("{\"stem\":1}");
        write(root, "a.wav.json", "{\"key\":1}");
        assertThat(store.sidecar(object)).contains("{\"key\":1}");
    }

    @Test
    void leavesNothingHalfWhenThisMachinesDiskIsFull() throws IOException {
        write(root, "a.wav", "x".repeat(1_000));
        RecordingStore store = store(root);
        RecordingObject object = only(store);
        Configuration full = Configuration.unix().toBuilder()
                .setBlockSize(64)
                .setMaxSize(512)
                .build();
        try (FileSystem disk = Jimfs.newFileSystem(full)) {
            Path file = disk.getPath("/a.wav");

            assertThatThrownBy(() -> store.fetch(object, file))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageStartingWith("/a.wav.part: cannot be written (")
                    .hasMessageEndingWith("give permission to write");
            try (Stream<Path> left = Files.list(disk.getPath("/"))) {
                assertThat(left.map(Path::toString)).doesNotContain("/a.wav", "/a.wav.part");
            }
        }
    }

    @Test
    void doesNotOpenAPipe() throws Exception {
        write(root, "a.wav", "sound");
        Process mkfifo = new ProcessBuilder("mkfifo", root.resolve("pipe.wav").toString()).start();
        assertThat(mkfifo.waitFor(10, TimeUnit.SECONDS)).isTrue();

        assertThat(keys(store(root))).containsExactly("a.wav");
        assertThat(leftOut).extracting(LeftOut::cause).containsExactly(Cause.NO_FILE);
    }

    @Test
    void showsKeysOnOneLine() {
        assertThat(new RecordingKey("a\nINFO all is well.wav")).hasToString("a\\u000aINFO all is well.wav");
    }

    private static void assertFault(QuarantineReason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(RecordingFaultException.class, fault -> assertThat(fault.reason())
                        .isEqualTo(reason));
    }
}
