package dev.callsift.review;

import dev.callsift.TestDatabase;
import dev.callsift.pipeline.index.CallIndex;
import dev.callsift.pipeline.index.OrderFacts;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.metadata.Direction;
import dev.callsift.pipeline.tagging.AgentAnswer;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.Evidence;
import dev.callsift.pipeline.tagging.ModificationRequest;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Transcripts;
import dev.callsift.pipeline.verdict.Verdicts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

/** An index, a ledger and verdicts that a test fills, and reviews of them. */
final class ReviewIndex implements AutoCloseable {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-18T10:00:00Z"));
    static final ReviewWeek WEEK = ReviewWeek.parse("2026-W46").orElseThrow();

    private final Path folder;
    final TestDatabase database = new TestDatabase();
    final Verdicts verdicts = new Verdicts(database.client());
    final WeeklyReviews reviews;
    private int calls;

    ReviewIndex(Path folder) {
        this.folder = folder;
        this.reviews = new WeeklyReviews(folder, Duration.ZERO, database.ledger(CLOCK), verdicts, CLOCK);
    }

    /** A call to be indexed; its evidence is its first three words, and every modification was answered the same. */
    record Call(String start, String agent, String codes, AgentAnswer answer, double sure, String words) {

        static Call of(String start, String agent, String codes, String words) {
            return new Call(start, agent, codes, AgentAnswer.NONE, 0.9, words);
        }
    }

    void put(Call... added) {
        try (CallIndex index = CallIndex.open(folder)) {
            for (Call call : added) {
                CallMetadata metadata = new CallMetadata(
                        null, OffsetDateTime.parse(call.start()), call.agent(), null, Direction.INBOUND, "orders");
                Transcript transcript = Transcripts.of("call-" + calls++, metadata, call.words());
                index.upsert(transcript, tags(transcript, call));
            }
            index.commit();
        }
    }

    /** A call about an order. */
    void put(OrderFacts order, Call call) {
        try (CallIndex index = CallIndex.open(folder)) {
            CallMetadata metadata = new CallMetadata(
                    null, OffsetDateTime.parse(call.start()), call.agent(), null, Direction.INBOUND, "orders");
            Transcript transcript = Transcripts.of("call-" + calls++, metadata, call.words());
            index.upsert(transcript, tags(transcript, call), order);
            index.commit();
        }
    }

    private static CallTags tags(Transcript transcript, Call call) {
        List<Tag> tags = Stream.of(call.codes().split(" ", -1))
                .filter(code -> !code.isEmpty())
                .map(code -> new Tag(code, new Confidence(call.sure()), List.of(evidence(code, call.sure()))))
                .toList();
        List<ModificationRequest> requests = tags.stream()
                .filter(tag -> tag.code().startsWith("modify."))
                .filter(tag -> call.answer() != AgentAnswer.NONE)
                .map(tag -> new ModificationRequest(
                        tag.code(), null, null, null, "words", call.answer(), tag.confidence(), tag.evidence()))
                .toList();
        return new CallTags(1, transcript.id(), "en-1 none", "m1", tags, requests);
    }

    private static Evidence evidence(String code, double sure) {
        return new Evidence(
                0, 0, 2, 0, 3 * Transcripts.WORD_MS, "words", "rule:" + code + "/said", new Confidence(sure));
    }

    WeeklyReview review() {
        return reviews.of(WEEK);
    }

    @Override
    public void close() {
        reviews.close();
    }
}
