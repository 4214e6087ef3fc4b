package dev.callsift.pipeline.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDocumentStoreTest {

    @TempDir
    Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsWhatItWrote() {
        try (DocumentStore store = new FolderDocumentStore(folder.resolve("documents"))) {
            store.write("transcripts/ab12.json", bytes("{1}"));
            store.write("transcripts/ab12.json", bytes("{2}"));

            assertThat(store.read("transcripts/ab12.json")).hasValue(bytes("{2}"));
            assertThat(store.read("transcripts/other.json")).isEmpty();
        }
    }

    @Test
    void listsInOrderAndBelowThePrefix() throws IOException {
        DocumentStore store = new FolderDocumentStore(folder);
        store.write("transcripts/b.json", bytes("{}"));
        store.write("transcripts/a.json", bytes("{}"));
        store.write("tags/a.json", bytes("{}"));
        // What a killed process may leave behind is not a document.
        Files.writeString(folder.resolve("transcripts/.c.json.0b1"), "{");

        try (Stream<String> names = store.list("transcripts/")) {
            assertThat(names).containsExactly("transcripts/a.json", "transcripts/b.json");
        }
    }

    @Test
    void deletesOnceAndAgain() {
        DocumentStore store = new FolderDocumentStore(folder);
        store.write("a.json", bytes("{}"));
        store.delete("a.json");
        store.delete("a.json");

        assertThat(store.read("a.json")).isEmpty();
    }

    @Test
    void refusesNamesThatAreNotItsOwn() {
        DocumentStore store = new FolderDocumentStore(folder);
        for (String name :
                new String[] {"../a.json", "/a.json", "a//b.json", "A.json", ".a", "a/../b.json", "a\nb", ""}) {
            assertThatThrownBy(() -> store.write(name, bytes("{}"))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void keepsTheOldDocumentWhenTheDiskIsFull() throws IOException {
        Configuration small = Configuration.unix().toBuilder()
                .setBlockSize(64)
                .setMaxSize(1_024)
                .build();
        try (FileSystem disk = Jimfs.newFileSystem(small)) {
            Path root = disk.getPath("/documents");
            DocumentStore store = new FolderDocumentStore(root);
            store.write("a.json", bytes("{old}"));

            assertThatThrownBy(() -> store.write("a.json", bytes("x".repeat(2_000))))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageStartingWith("/documents/a.json: cannot be written");
            assertThat(store.read("a.json")).hasValue(bytes("{old}"));
            try (Stream<Path> left = Files.list(root)) {
                assertThat(left).hasSize(1);
            }
            store.write("b.json", bytes("{new}"));
            assertThat(store.read("b.json")).isPresent();
        }
    }

    @Test
    void saysSoWhereItMayNotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThatThrownBy(() -> new FolderDocumentStore(file.resolve("documents")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("cannot be written");
    }
}
