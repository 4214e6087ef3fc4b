package dev.callsift.pipeline.index;

import static dev.callsift.pipeline.index.IndexFolder.count;
import static dev.callsift.pipeline.index.IndexFolder.fill;
import static dev.callsift.pipeline.index.IndexFolder.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallIndexTest {

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasCommittedAndDropsTheRest() {
        try (CallIndex index = CallIndex.open(folder)) {
            put(index, "a", "agent: hello");
            index.commit();
            put(index, "b", "agent: goodbye");
            assertThat(index.calls()).isEqualTo(2);
        }
        assertThat(count(folder, "hello")).isEqualTo(1);
        assertThat(count(folder, "goodbye")).isZero();
    }

    @Test
    void putsACallInPlaceOfItsFormerVersion() {
        fill(folder, "a", "agent: hello");
        fill(folder, "a", "agent: goodbye");
        assertThat(count(folder, "hello")).isZero();
        assertThat(count(folder, "goodbye")).isEqualTo(1);
        assertThat(count(folder, MatchAllDocsQuery.INSTANCE)).isEqualTo(1);
    }

    @Test
    void deletesACall() {
        fill(folder, "a", "agent: hello");
        try (CallIndex index = CallIndex.open(folder)) {
            index.delete(new RecordingKey("a").id());
            index.delete("never there");
            index.commit();
        }
        assertThat(count(folder, "hello")).isZero();
    }

    @Test
    void refusesASecondWriterPolitely() {
        try (CallIndex index = CallIndex.open(folder)) {
            assertThatThrownBy(() -> CallIndex.open(folder))
                    .isInstanceOf(IndexUnusableException.class)
                    .hasMessageStartingWith(folder + ": another callsift is writing this index");
            assertThatThrownBy(() -> CallIndex.rebuild(folder, rebuilt -> {}))
                    .isInstanceOf(IndexUnusableException.class);
            put(index, "a", "agent: hello");
            index.commit();
        }
        assertThat(count(folder, "hello")).isEqualTo(1);
    }

    @Test
    void refusesAnotherFormatUntilRebuilt() throws IOException {
        fill(folder, "a", "agent: hello");
        try (FSDirectory directory = FSDirectory.open(folder.resolve("g-0001"));
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("callsift.format", "0").entrySet());
            writer.commit();
        }
        assertThatThrownBy(() -> CallIndex.open(folder))
                .isInstanceOf(IndexUnusableException.class)
                .hasMessageContaining("format 0")
                .hasMessageEndingWith("run 'callsift reindex'");
        assertThatThrownBy(() -> count(folder, "hello")).isInstanceOf(IndexUnusableException.class);
        CallIndex.rebuild(folder, index -> put(index, "a", "agent: hello"));
        assertThat(count(folder, "hello")).isEqualTo(1);
    }

    @Test
    void refusesADamagedIndexUntilRebuilt() throws IOException {
        fill(folder, "a", "agent: hello");
        try (Stream<Path> files = Files.list(folder.resolve("g-0001"))) {
            for (Path file :
                    files.filter(file -> file.toString().contains("segments_")).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        assertThatThrownBy(() -> CallIndex.open(folder))
                .isInstanceOf(IndexUnusableException.class)
                .hasMessageEndingWith("run 'callsift reindex'");
        assertThatThrownBy(() -> count(folder, "hello")).isInstanceOf(IndexUnusableException.class);
        CallIndex.rebuild(folder, index -> put(index, "a", "agent: hello"));
        assertThat(count(folder, "hello")).isEqualTo(1);
    }

    @Test
    void rebuildsAlthoughThePointerIsGarbled() throws IOException {
        fill(folder, "a", "agent: hello");
        Files.writeString(folder.resolve("current"), "../elsewhere");
        assertThatThrownBy(() -> CallIndex.open(folder)).isInstanceOf(IndexUnusableException.class);
        CallIndex.rebuild(folder, index -> put(index, "a", "agent: hello"));
        assertThat(count(folder, "hello")).isEqualTo(1);
    }

    @Test
    void showsTheOldIndexUntilTheRebuiltOneTakesItsPlace() throws IOException {
        fill(folder, "a", "agent: hello");
        try (CallReader reader = new CallReader(folder, Duration.ZERO)) {
            CallIndex.rebuild(folder, index -> {
                put(index, "b", "agent: goodbye");
                index.commit();
                assertThat(calls(reader)).as("while it is built").containsExactly("a");
            });
            assertThat(calls(reader)).containsExactly("b");
        }
        assertThat(generations()).containsExactly("g-0002");
    }

    @Test
    void letsAReadingEndInTheGenerationItBegan() {
        fill(folder, "a", "agent: hello");
        try (CallReader reader = new CallReader(folder, Duration.ZERO)) {
            List<String> seen = reader.read(searcher -> {
                        CallIndex.rebuild(folder, index -> put(index, "b", "agent: goodbye"));
                        assertThat(calls(reader))
                                .as("a reading begun meanwhile")
                                .containsExactly("b");
                        return List.of(IndexFolder.only(searcher).facts().key());
                    })
                    .orElseThrow();
            assertThat(seen).containsExactly("a");
        }
    }

    @Test
    void keepsTheLiveIndexWhenARebuildFails() throws IOException {
        fill(folder, "a", "agent: hello");
        assertThatThrownBy(() -> CallIndex.rebuild(folder, index -> {
                    put(index, "b", "agent: goodbye");
                    index.commit();
                    throw new IllegalStateException("a transcript cannot be read");
                }))
                .hasMessage("a transcript cannot be read");
        assertThat(count(folder, "hello")).isEqualTo(1);
        assertThat(count(folder, "goodbye")).isZero();
        assertThat(generations()).containsExactly("g-0001", "g-0002");
        CallIndex.open(folder).close();
        assertThat(generations()).as("its rest is cleared away").containsExactly("g-0001");
    }

    @Test
    void goesOnFromTheLastCommitAfterTheDiskWasAway() throws IOException {
        Path live = folder.resolve("g-0001");
        Path away = folder.resolve("away");
        try (CallIndex index = CallIndex.open(folder)) {
            put(index, "a", "agent: hello");
            index.commit();
            Files.move(live, away);
            assertThatThrownBy(() -> put(index, "b", "agent: lost"))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageStartingWith(folder + ": the index cannot be written");
            Files.move(away, live);
            put(index, "c", "agent: goodbye");
            index.commit();
        }
        assertThat(count(folder, "hello")).isEqualTo(1);
        assertThat(count(folder, "lost")).isZero();
        assertThat(count(folder, "goodbye")).isEqualTo(1);
    }

    @Test
    void readsNothingWhereThereIsNoIndex() {
        try (CallReader reader = new CallReader(folder.resolve("missing"), Duration.ZERO)) {
            assertThat(reader.read(searcher -> "something")).isEmpty();
            fill(folder.resolve("missing"), "a", "agent: hello");
            assertThat(calls(reader)).as("as soon as there is one").containsExactly("a");
        }
    }

    private static List<String> calls(CallReader reader) {
        return reader.read(searcher -> Stream.of(IndexFolder.only(searcher))
                        .map(call -> call.facts().key())
                        .toList())
                .orElseThrow();
    }

    private List<String> generations() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("g-"))
                    .sorted()
                    .toList();
        }
    }
}
