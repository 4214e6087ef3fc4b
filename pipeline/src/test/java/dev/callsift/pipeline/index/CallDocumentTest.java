package dev.callsift.pipeline.index;

import static dev.callsift.pipeline.index.IndexFolder.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.index.SpokenField.Voice;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.metadata.Direction;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.Evidence;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Transcripts;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallDocumentTest {

    private static final CallMetadata CALL = new CallMetadata(
            "1731-42",
            OffsetDateTime.parse("2026-11-15T23:30:00-05:00"),
            "Asha Rao",
            "+91 98450-12345",
            Direction.INBOUND,
            "orders");

    @TempDir
    Path folder;

    @Test
    void keepsAgentAndCustomerApart() {
        index(Transcripts.of("a", """
                agent: hello
                customer: cancel
                unknown: perhaps
                """));
        assertThat(count(folder, SpokenField.WORDS, Voice.CUSTOMER, "cancel")).isEqualTo(1);
        assertThat(count(folder, SpokenField.WORDS, Voice.AGENT, "cancel")).isZero();
        assertThat(count(folder, SpokenField.WORDS, Voice.ANYONE, "perhaps")).isEqualTo(1);
        assertThat(count(folder, SpokenField.WORDS, Voice.AGENT, "perhaps")).isZero();
        assertThat(count(folder, SpokenField.SOUNDS, Voice.AGENT, "perhaps"))
                .as("who knows who that was")
                .isEqualTo(1);
    }

    @Test
    void putsADoubtedWordAmongThePossibleOnesOnly() {
        index(Transcripts.of("a", "customer: cancel?"));
        assertThat(count(folder, SpokenField.WORDS, Voice.ANYONE, "cancel")).isZero();
        assertThat(count(folder, SpokenField.STEMS, Voice.ANYONE, "cancel")).isZero();
        assertThat(count(folder, SpokenField.SOUNDS, Voice.ANYONE, "cancel")).isEqualTo(1);
        assertThat(count(folder, SpokenField.SOUNDS, Voice.ANYONE, "KNSL")).isEqualTo(1);
    }

    @Test
    void pairsSureWordsThatFollowOneAnotherAtOnce() {
        index(Transcripts.of("a", """
                agent: please hold
                customer: cancel my <unk> order now? please
                """));
        assertThat(count(folder, SpokenField.PAIRS, Voice.CUSTOMER, "cancel my"))
                .isEqualTo(1);
        assertThat(count(folder, SpokenField.PAIRS, Voice.ANYONE, "please hold"))
                .isEqualTo(1);
        assertThat(count(folder, SpokenField.PAIRS, Voice.CUSTOMER, "please hold"))
                .isZero();
        assertThat(List.of("my order", "order now", "now please"))
                .allSatisfy(pair -> assertThat(count(folder, SpokenField.PAIRS, Voice.ANYONE, pair))
                        .isZero());
    }

    @Test
    void leavesNoiseMarksOutButKeepsTheirPlace() {
        index(Transcripts.of("a", "customer: please <unk> cancel"));
        assertThat(count(folder, "unk")).isZero();
        PositionMap map = positions();
        assertThat(map.at(2).orElseThrow().startMs()).isEqualTo(2 * Transcripts.STEP_MS);
    }

    @Test
    void filtersByEveryFacet() {
        index(Transcripts.of("a", CALL, "customer: cancel"));
        assertFacet(CallFields.WEEK, "2026-W46");
        assertFacet(CallFields.DAY, "2026-11-15");
        assertFacet(CallFields.AGENT, "Asha Rao");
        assertFacet(CallFields.DIRECTION, "inbound");
        assertFacet(CallFields.QUEUE, "orders");
        assertFacet(CallFields.NUMBER, "919845012345");
        assertFacet(CallFields.LANGUAGE, "en");
        assertFacet(CallFields.TAG, "reason.price");
        assertFacet("reason", "price");
        assertFacet("modify", "size");
        assertFacet(CallFields.OUTCOME, "requested");
        assertFacet("tag_shop", "gift-wrap");
        long instant = OffsetDateTime.parse("2026-11-16T04:30:00Z").toInstant().toEpochMilli();
        assertThat(count(folder, LongField.newExactQuery(CallFields.STARTED, instant)))
                .isEqualTo(1);
        assertThat(count(folder, LongField.newRangeQuery(CallFields.DURATION, 1, 10_000)))
                .isEqualTo(1);
    }

    @Test
    void saysUnknownWhereNothingIsKnown() {
        index(Transcripts.of("a", "customer: cancel"), List.of());
        assertFacet(CallFields.WEEK, "unknown");
        assertFacet(CallFields.AGENT, "unknown");
        assertFacet(CallFields.OUTCOME, "none");
        assertThat(count(folder, LongField.newRangeQuery(CallFields.STARTED, Long.MIN_VALUE, Long.MAX_VALUE)))
                .isZero();
    }

    @Test
    void givesBackWhatItKnowsOfACall() {
        index(Transcripts.of("2026/11/a.wav", CALL, "customer: don't cancel?"));
        StoredCall stored = IndexFolder.read(folder, IndexFolder::only).orElseThrow();
        IndexedCall call = stored.facts();
        assertThat(call.key()).isEqualTo("2026/11/a.wav");
        assertThat(call.call()).isEqualTo(CALL);
        assertThat(call.speechModel()).isEqualTo(Transcripts.MODEL);
        assertThat(call.tags())
                .first()
                .isEqualTo(new IndexedCall.FoundTag("cancel.requested", new Confidence(0.9), 500));
        assertThat(stored.words()).containsExactly(List.of("don't", "cancel"));
        assertThat(stored.words(0)).containsExactly("don't", "cancel");
        assertThat(positions().at(1).orElseThrow().doubtful()).isTrue();
    }

    @Test
    void takesACallWithoutWordsAndWithUnreasonablyLongFacts() {
        CallMetadata call = new CallMetadata(null, null, "x".repeat(100_000), null, Direction.UNKNOWN, " ");
        index(Transcripts.of("a", call, ""), List.of());
        StoredCall stored = IndexFolder.read(folder, IndexFolder::only).orElseThrow();
        assertThat(stored.words()).isEmpty();
        assertThat(count(folder, MatchAllDocsQuery.INSTANCE)).isEqualTo(1);
    }

    private PositionMap positions() {
        return IndexFolder.read(folder, searcher -> StoredCall.positions(searcher.getIndexReader(), 0))
                .orElseThrow();
    }

    private void assertFacet(String field, String value) {
        assertThat(count(folder, KeywordField.newExactQuery(field, value)))
                .as(field)
                .isEqualTo(1);
    }

    private void index(Transcript transcript) {
        Evidence evidence = new Evidence(0, 0, 0, 500, 900, "cancel", "rule:test", new Confidence(0.9));
        index(
                transcript,
                List.of("cancel.requested", "reason.price", "modify.size", "shop.gift-wrap").stream()
                        .map(code -> new Tag(code, new Confidence(0.9), List.of(evidence)))
                        .toList());
    }

    private void index(Transcript transcript, List<Tag> tags) {
        try (CallIndex index = CallIndex.open(folder)) {
            index.upsert(
                    transcript,
                    new CallTags(CallTags.SCHEMA_VERSION, transcript.id(), "en-1 abc", "", tags, List.of()));
            index.commit();
        }
    }
}
