package dev.callsift.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.models.language.TaxonomyException;
import dev.callsift.pipeline.ledger.RecordingState;
import dev.callsift.pipeline.recording.DocumentStore;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.StoreUnavailableException;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.TagDifference.OfCode;
import dev.callsift.pipeline.transcript.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RetaggingTest {

    private static final String GIFT = "topic.gift-wrap";
    private static final String PRESENT = "2026/present.wav";
    private static final String CANCEL = "2026/cancel.wav";
    private static final String OTHER = "2026/other.wav";

    @TempDir
    private Path folder;

    private String own = "";

    @BeforeEach
    void writeTaxonomy() throws IOException {
        own = "callsift.tagging.taxonomy=" + Files.writeString(folder.resolve("own.yaml"), """
                extends: en
                codes:
                  - code: topic.gift-wrap
                    title: Gift wrapping
                    definition: The customer asks for gift wrapping.
                    colour: "#112233"
                    owner: Warehouse
                    rules:
                      - name: asks
                        match: "gift (wrap | paper)"
                        yes: can you gift wrap it
                        no: it is a gift
                """);
    }

    /** Calls tagged with the taxonomy that comes with callsift. */
    private void store(String... settings) {
        try (StoredCallSet calls = StoredCallSet.open(folder, settings)) {
            calls.indexed(PRESENT, """
                    agent: how can i help
                    customer: can you gift wrap it
                    """);
            calls.indexed(CANCEL, "customer: i want to cancel my order");
        }
    }

    @Test
    void showsTheDifferenceAndThenReplacesTagsAndIndex() {
        store();
        try (StoredCallSet calls = StoredCallSet.open(folder, own)) {
            List<Object> before = calls.everything();
            List<RetagReport> shown = new ArrayList<>();

            RetagReport report = calls.retagging().replace(5, RunProgress.SILENT, difference -> {
                shown.add(difference);
                assertThat(calls.everything()).as("when it is shown").isEqualTo(before);
            });

            assertThat(shown).hasSize(1).first().satisfies(each -> {
                assertThat(each.difference().calls()).isEqualTo(2);
                assertThat(each.difference().same()).isEqualTo(1);
                assertThat(each.difference().codes()).singleElement().satisfies(RetaggingTest::gainedByThePresent);
                assertThat(each.replaced()).isZero();
            });
            assertThat(report.replaced()).isEqualTo(2);
            assertThat(calls.codes(PRESENT)).containsExactly(GIFT);
            assertThat(calls.codes(CANCEL)).containsExactly("cancel.requested");
            assertThat(calls.indexedTags())
                    .containsEntry(PRESENT, report.taxonomy() + "[" + GIFT + "]")
                    .containsEntry(CANCEL, report.taxonomy() + "[cancel.requested]")
                    .hasSize(2);
            assertThat(calls.state(PRESENT)).isEqualTo(RecordingState.INDEXED);
            assertThat(calls.state(CANCEL)).isEqualTo(RecordingState.INDEXED);
        }
    }

    private static void gainedByThePresent(OfCode code) {
        assertThat(code.code()).isEqualTo(GIFT);
        assertThat(code.gained()).isEqualTo(1);
        assertThat(code.lost()).isZero();
        assertThat(code.gainedBy()).singleElement().satisfies(example -> {
            assertThat(example.key()).isEqualTo(PRESENT);
            assertThat(example.evidence().getFirst().words()).isEqualTo("gift wrap");
            assertThat(example.evidence().getFirst().startMs()).isEqualTo(3_900);
        });
    }

    @Test
    void findsNoDifferenceTheSecondTime() {
        store();
        try (StoredCallSet calls = StoredCallSet.open(folder, own)) {
            calls.retagging().replace(5, RunProgress.SILENT, difference -> {});
            List<Object> before = calls.everything();

            RetagReport second = calls.retagging().replace(5, RunProgress.SILENT, difference -> {});

            assertThat(second.difference().codes()).isEmpty();
            assertThat(second.difference().modifications()).isEmpty();
            assertThat(second.difference().same()).isEqualTo(2);
            assertThat(second.toReplace()).isZero();
            assertThat(second.replaced()).isZero();
            assertThat(calls.everything()).isEqualTo(before);
        }
    }

    @Test
    void changesNothingWhenItOnlyCompares() {
        store();
        try (StoredCallSet calls = StoredCallSet.open(folder, own)) {
            List<Object> before = calls.everything();

            RetagReport report = calls.retagging().compare(5, RunProgress.SILENT);

            assertThat(report.toReplace()).isEqualTo(2);
            assertThat(report.replaced()).isZero();
            assertThat(RetagReportText.of(report))
                    .contains("2 calls compared: 1 say the same, 1 say something else")
                    .containsPattern("topic.gift-wrap +1 +0")
                    .contains("gained by " + PRESENT, "3.9 s  \"gift wrap\"  rule:topic.gift-wrap/asks")
                    .contains("2 calls have stored tags that are out of date");
            assertThat(report.toJson())
                    .contains("\"code\" : \"topic.gift-wrap\"", "\"gained\" : 1", "\"toReplace\" : 2");
            assertThat(calls.everything()).isEqualTo(before);
        }
    }

    @Test
    void tellsWhatIsLostWithTheOldWords() {
        store(own);
        try (StoredCallSet calls = StoredCallSet.open(folder)) {
            RetagReport report = calls.retagging().replace(0, RunProgress.SILENT, difference -> {});

            assertThat(report.difference().codes()).singleElement().satisfies(code -> assertThat(code.lost())
                    .isEqualTo(1));
            assertThat(RetagReportText.of(report)).contains("lost by   1 more");
            assertThat(calls.codes(PRESENT)).isEmpty();
        }
    }

    @Test
    void finishesWhatIsInterruptedWhenTagsAreWrittenAndTheIndexIsNot() {
        store();
        try (StoredCallSet calls = StoredCallSet.open(folder, own)) {
            Retagging interrupted = calls.retagging(new DyingStore(calls.documents()));
            assertThatThrownBy(() -> interrupted.replace(5, RunProgress.SILENT, difference -> {}))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(calls.state(PRESENT)).isEqualTo(RecordingState.TAGGED);
            assertThat(calls.codes(PRESENT)).containsExactly(GIFT);
            assertThat(calls.indexedTags().get(PRESENT)).doesNotContain(GIFT);
        }
        try (StoredCallSet calls = StoredCallSet.open(folder, own)) {
            RetagReport report = calls.retagging().replace(5, RunProgress.SILENT, difference -> {});

            assertThat(report.difference().codes()).as("already written").isEmpty();
            assertThat(report.replaced()).isEqualTo(2);
            assertThat(calls.indexedTags())
                    .containsEntry(PRESENT, report.taxonomy() + "[" + GIFT + "]")
                    .containsEntry(CANCEL, report.taxonomy() + "[cancel.requested]");
            assertThat(calls.ledger().counts()).containsEntry(RecordingState.INDEXED, 2L);
        }
    }

    /** Goes away as soon as it has written one document. */
    private record DyingStore(DocumentStore store) implements DocumentStore {

        @Override
        public void write(String name, byte[] content) {
            store.write(name, content);
            throw new StoreUnavailableException("gone", new IOException("unplugged"));
        }

        @Override
        public Optional<byte[]> read(String name) {
            return store.read(name);
        }

        @Override
        public void delete(String name) {
            store.delete(name);
        }

        @Override
        public Stream<String> list(String prefix) {
            return store.list(prefix);
        }

        @Override
        public void close() {
            store.close();
        }
    }

    @Test
    void namesTranscriptsThatCannotBeReadAndLeavesTheirCallsAlone() {
        store();
        try (StoredCallSet calls = StoredCallSet.open(folder, own)) {
            calls.documents().write(Transcript.documentName(new RecordingKey(PRESENT).id()), bytes("{}"));
            CallTags before = calls.tags(PRESENT);

            RetagReport report = calls.retagging().replace(5, RunProgress.SILENT, difference -> {});

            assertThat(report.unreadable()).singleElement().asString().contains(PRESENT);
            assertThat(report.replaced()).isEqualTo(1);
            assertThat(RetagReportText.of(report)).contains("left as it is: " + PRESENT);
            assertThat(calls.tags(PRESENT)).isEqualTo(before);
            assertThat(calls.state(PRESENT)).isEqualTo(RecordingState.INDEXED);
        }
    }

    @Test
    void makesTagsAnewThatCannotBeRead() {
        store();
        try (StoredCallSet calls = StoredCallSet.open(folder)) {
            calls.documents().write(CallTags.documentName(new RecordingKey(CANCEL).id()), bytes("{}"));
            calls.documents().delete(CallTags.documentName(new RecordingKey(PRESENT).id()));

            RetagReport report = calls.retagging().replace(5, RunProgress.SILENT, difference -> {});

            assertThat(report.remade()).hasSize(2);
            assertThat(report.difference().calls()).isZero();
            assertThat(report.replaced()).isEqualTo(2);
            assertThat(calls.codes(CANCEL)).containsExactly("cancel.requested");
            assertThat(calls.codes(PRESENT)).isEmpty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void indexesWhatIsTaggedAndLeavesWhatIsNotTaggedToTheNextRun() {
        try (StoredCallSet calls = StoredCallSet.open(folder)) {
            calls.tagged(CANCEL, "customer: i want to cancel my order");
            calls.transcribed(OTHER, "customer: where is my order");

            RetagReport report = calls.retagging().replace(5, RunProgress.SILENT, difference -> {});

            assertThat(report.replaced()).isEqualTo(1);
            assertThat(report.notTaggedYet()).isEqualTo(1);
            assertThat(calls.state(CANCEL)).isEqualTo(RecordingState.INDEXED);
            assertThat(calls.state(OTHER)).isEqualTo(RecordingState.TRANSCRIBED);
            assertThat(calls.indexedTags()).containsOnlyKeys(CANCEL);
        }
    }

    @Test
    void replacesMoreCallsThanFitOnAPage() {
        try (StoredCallSet calls = StoredCallSet.open(folder)) {
            for (int i = 0; i < 120; i++) {
                calls.tagged("call-" + i + ".wav", "customer: can you gift wrap it");
            }
        }
        try (StoredCallSet calls = StoredCallSet.open(folder, own)) {
            RetagReport report = calls.retagging().replace(5, RunProgress.SILENT, difference -> {});

            assertThat(report.replaced()).isEqualTo(120);
            assertThat(report.difference().codes()).singleElement().satisfies(code -> {
                assertThat(code.gained()).isEqualTo(120);
                assertThat(code.gainedBy()).hasSize(5);
            });
            assertThat(RetagReportText.of(report)).contains("gained by 115 more");
            assertThat(calls.ledger().counts()).containsEntry(RecordingState.INDEXED, 120L);
            assertThat(calls.indexedTags()).hasSize(120);
            assertThat(calls.retagging().compare(5, RunProgress.SILENT).toReplace())
                    .isZero();
        }
    }

    @Test
    void isRefusedWhileARunIsAtWork() {
        store();
        try (StoredCallSet calls = StoredCallSet.open(folder, own);
                RunLock run = calls.lock()) {
            assertThatThrownBy(() -> calls.retagging().replace(5, RunProgress.SILENT, difference -> {}))
                    .isInstanceOf(AnotherRunException.class)
                    .hasMessageContaining("another run");
            assertThatThrownBy(() -> calls.retagging().compare(5, RunProgress.SILENT))
                    .isInstanceOf(AnotherRunException.class);
        }
    }

    @Test
    void refusesATaxonomyThatFailsItsOwnExamplesBeforeItTouchesAnything() throws IOException {
        Path wrong = Files.writeString(
                folder.resolve("wrong.yaml"),
                Files.readString(folder.resolve("own.yaml")).replace("it is a gift", "use gift paper"));
        assertThatThrownBy(() -> StoredCallSet.open(folder, "callsift.tagging.taxonomy=" + wrong)
                        .close())
                .rootCause()
                .isInstanceOf(TaxonomyException.class)
                .hasMessageContaining("wrong.yaml:12: topic.gift-wrap/asks matches 'use gift paper'");
    }
}
