package dev.callsift.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.job.ReviewedCalls.Indexing;
import dev.callsift.pipeline.ledger.RecordingState;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.TagsJson;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Transcripts;
import dev.callsift.pipeline.verdict.SpeakerVerdict;
import dev.callsift.pipeline.verdict.Verdict;
import dev.callsift.pipeline.verdict.WordCorrection;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReviewedCallsTest {

    private static final String KEY = "2026/cancel.wav";
    private static final String LINES = "customer: i want to cancel my order";

    @TempDir
    private Path folder;

    private static Verdict verdict(String code, Verdict.Kind kind) {
        return new Verdict(
                new RecordingKey(KEY).id(),
                code,
                kind,
                "my order",
                Speaker.CUSTOMER,
                4 * Transcripts.STEP_MS,
                5 * Transcripts.STEP_MS + Transcripts.WORD_MS,
                "Priya",
                Instant.parse("2026-11-20T10:00:00Z"));
    }

    @Test
    void aVerdictIsInTheIndexAtOnce() {
        try (StoredCallSet calls = StoredCallSet.open(folder)) {
            calls.indexed(KEY, LINES);
            byte[] document = document(calls);
            assertThat(calls.reviewedCalls().record(verdict("topic.order", Verdict.Kind.ADDED)))
                    .isEqualTo(Indexing.DONE);
            assertThat(calls.reviewedCalls().record(verdict("cancel.requested", Verdict.Kind.REJECTED)))
                    .isEqualTo(Indexing.DONE);
            assertThat(calls.indexedTags().get(KEY)).endsWith("[topic.order]");
            assertThat(calls.state(KEY)).isEqualTo(RecordingState.INDEXED);
            assertThat(document(calls)).as("the machine's own tags").isEqualTo(document);
        }
    }

    private static byte[] document(StoredCallSet calls) {
        return calls.documents()
                .read(CallTags.documentName(new RecordingKey(KEY).id()))
                .orElseThrow();
    }

    @Test
    void aVerdictWaitsWhileARunIsAtWork() {
        try (StoredCallSet calls = StoredCallSet.open(folder)) {
            calls.indexed(KEY, LINES);
            try (RunLock run = calls.lock()) {
                assertThat(calls.reviewedCalls().record(verdict("cancel.requested", Verdict.Kind.REJECTED)))
                        .isEqualTo(Indexing.QUEUED);
            }
            assertThat(calls.state(KEY)).isEqualTo(RecordingState.TAGGED);
            assertThat(calls.indexedTags().get(KEY)).endsWith("[cancel.requested]");
            assertThat(calls.verdicts().of(new RecordingKey(KEY).id())).hasSize(1);
        }
    }

    @Test
    void aRunWaitsForTheMomentInWhichAVerdictIsIndexed() throws InterruptedException {
        try (StoredCallSet calls = StoredCallSet.open(folder)) {
            RunLock verdict = calls.lock();
            Thread soon = Thread.ofPlatform().start(() -> {
                try {
                    Thread.sleep(300);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                verdict.close();
            });
            calls.lock().close();
            soon.join();
        }
    }

    @Test
    void aVerdictOnACallThatIsNotTaggedYetIsKept() {
        try (StoredCallSet calls = StoredCallSet.open(folder)) {
            calls.transcribed(KEY, LINES);
            assertThat(calls.reviewedCalls().record(verdict("topic.order", Verdict.Kind.ADDED)))
                    .isEqualTo(Indexing.NOT_YET);
            assertThat(calls.state(KEY)).isEqualTo(RecordingState.TRANSCRIBED);
        }
    }

    @Test
    void verdictsSurviveTaggingAgainAndANewIndex() {
        try (StoredCallSet calls = StoredCallSet.open(folder)) {
            calls.indexed(KEY, LINES);
            calls.reviewedCalls().record(verdict("cancel.requested", Verdict.Kind.REJECTED));
            calls.reviewedCalls().record(verdict("topic.order", Verdict.Kind.ADDED));
            calls.rebuild().rebuild();
            assertThat(calls.indexedTags().get(KEY)).endsWith("[topic.order]");
            String id = new RecordingKey(KEY).id();
            calls.documents().write(CallTags.documentName(id), TagsJson.write(CallTags.none(id)));
            RetagReport report = calls.retagging().replace(0, RunProgress.SILENT, difference -> {});
            assertThat(report.replaced()).isEqualTo(1);
            assertThat(calls.codes(KEY)).isEqualTo(List.of("cancel.requested"));
            assertThat(calls.indexedTags().get(KEY)).endsWith("[topic.order]");
        }
    }

    @Test
    void aVerdictGivenWhileACallIsIndexedPutsItBack() {
        try (StoredCallSet calls = StoredCallSet.open(folder)) {
            CallDocuments read = CallDocuments.of(
                    calls.indexed(KEY, LINES),
                    Transcripts.of(KEY, LINES),
                    calls.tags(KEY),
                    calls.verdicts(),
                    calls.orders());
            read.lookAgain(calls.ledger(), calls.verdicts());
            assertThat(calls.state(KEY)).isEqualTo(RecordingState.INDEXED);
            calls.verdicts().record(verdict("cancel.requested", Verdict.Kind.REJECTED));
            read.lookAgain(calls.ledger(), calls.verdicts());
            assertThat(calls.state(KEY)).isEqualTo(RecordingState.TAGGED);
        }
    }

    @Test
    void aCallWhoseSpeakersAreSwappedIsTaggedAgain() {
        try (StoredCallSet calls = StoredCallSet.open(folder)) {
            calls.indexed(KEY, "agent: i want to cancel my order");
            assertThat(calls.codes(KEY)).isEmpty();
            Instant at = Instant.parse("2026-11-20T10:00:00Z");
            String id = new RecordingKey(KEY).id();
            assertThat(calls.reviewedCalls().record(new SpeakerVerdict(id, true, "Priya", at)))
                    .isEqualTo(Indexing.QUEUED);
            assertThat(calls.state(KEY)).isEqualTo(RecordingState.TRANSCRIBED);
            calls.ledger().tagged(calls.entry(KEY), "old", 1);
            calls.retagging().replace(0, RunProgress.SILENT, difference -> {});
            assertThat(calls.codes(KEY)).containsExactly("cancel.requested");
            assertThat(calls.indexedTags().get(KEY)).endsWith("[cancel.requested]");
        }
    }

    @Test
    void correctedWordsAreTaggedAgainAndTheTranscriptStaysTheMachines() {
        try (StoredCallSet calls = StoredCallSet.open(folder)) {
            calls.indexed(KEY, "customer: i want to candle my order");
            assertThat(calls.codes(KEY)).isEmpty();
            String id = new RecordingKey(KEY).id();
            byte[] heard = calls.documents().read(Transcript.documentName(id)).orElseThrow();
            WordCorrection made = new WordCorrection(
                    0,
                    id,
                    null,
                    Speaker.CUSTOMER,
                    3 * Transcripts.STEP_MS,
                    3 * Transcripts.STEP_MS + Transcripts.WORD_MS,
                    "candle",
                    "cancel",
                    "Priya",
                    Instant.parse("2026-11-20T10:00:00Z"));
            assertThat(calls.reviewedCalls().record(made)).isEqualTo(Indexing.DONE);
            assertThat(calls.state(KEY)).as("still to be tagged").isEqualTo(RecordingState.TRANSCRIBED);
            calls.ledger().tagged(calls.entry(KEY), "old", 1);
            calls.retagging().replace(0, RunProgress.SILENT, difference -> {});
            assertThat(calls.codes(KEY)).containsExactly("cancel.requested");
            calls.rebuild().rebuild();
            assertThat(calls.indexedTags().get(KEY)).endsWith("[cancel.requested]");
            assertThat(calls.documents().read(Transcript.documentName(id)).orElseThrow())
                    .isEqualTo(heard);
        }
    }
}
