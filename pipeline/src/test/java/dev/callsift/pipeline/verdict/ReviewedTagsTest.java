package dev.callsift.pipeline.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.tagging.AgentAnswer;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.Evidence;
import dev.callsift.pipeline.tagging.ModificationRequest;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Transcripts;
import dev.callsift.pipeline.transcript.Word;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReviewedTagsTest {

    private static final Transcript CALL = Transcripts.of("2026/call.wav", """
            agent: how can i help
            customer: it is too expensive can you make it a large
            """);
    private static final Evidence EXPENSIVE = evidence(1, 2, 3, "rule:reason.price/expensive");
    private static final CallTags MACHINE = new CallTags(
            CallTags.SCHEMA_VERSION,
            CALL.id(),
            "en-1",
            "",
            List.of(
                    new Tag("reason.price", new Confidence(0.8), List.of(EXPENSIVE)),
                    new Tag("modify.size", new Confidence(0.7), List.of(evidence(1, 4, 9, "model:modify.size")))),
            List.of(new ModificationRequest(
                    "modify.size",
                    null,
                    null,
                    null,
                    "make it a large",
                    AgentAnswer.NONE,
                    new Confidence(0.7),
                    List.of(evidence(1, 4, 9, "model:modify.size")))));

    private static Evidence evidence(int utterance, int first, int last, String source) {
        List<Word> words = CALL.utterances().get(utterance).words().subList(first, last + 1);
        return new Evidence(
                utterance,
                first,
                last,
                words.getFirst().startMs(),
                words.getLast().endMs(),
                String.join(" ", words.stream().map(Word::text).toList()),
                source,
                new Confidence(0.8));
    }

    private static Verdict verdict(String code, Verdict.Kind kind, @Nullable Evidence shown) {
        return new Verdict(
                CALL.id(),
                code,
                kind,
                shown == null ? null : shown.words(),
                shown == null ? null : Speaker.CUSTOMER,
                shown == null ? 0 : shown.startMs(),
                shown == null ? 0 : shown.endMs(),
                "Priya",
                Instant.parse("2026-11-20T10:00:00Z"));
    }

    private static List<String> codes(CallTags tags) {
        return tags.tags().stream().map(Tag::code).toList();
    }

    @Test
    void leavesTagsOnWhichNothingWasSaid() {
        assertThat(ReviewedTags.of(CALL, MACHINE, List.of())).isEqualTo(MACHINE);
        CallTags other =
                ReviewedTags.of(CALL, MACHINE, List.of(verdict("reason.courier-delay", Verdict.Kind.REJECTED, null)));
        assertThat(other).isEqualTo(MACHINE);
    }

    @Test
    void takesARejectedTagAwayWithItsChanges() {
        CallTags reviewed =
                ReviewedTags.of(CALL, MACHINE, List.of(verdict("modify.size", Verdict.Kind.REJECTED, null)));
        assertThat(codes(reviewed)).containsExactly("reason.price");
        assertThat(reviewed.modifications()).isEmpty();
    }

    @Test
    void isSureOfAConfirmedTag() {
        CallTags reviewed =
                ReviewedTags.of(CALL, MACHINE, List.of(verdict("reason.price", Verdict.Kind.CONFIRMED, EXPENSIVE)));
        assertThat(reviewed.tags().getFirst())
                .isEqualTo(new Tag("reason.price", new Confidence(1), List.of(EXPENSIVE)));
    }

    @Test
    void keepsAConfirmedTagThatTheMachineNoLongerFinds() {
        CallTags reviewed = ReviewedTags.of(
                CALL, CallTags.none(CALL.id()), List.of(verdict("reason.price", Verdict.Kind.CONFIRMED, EXPENSIVE)));
        assertThat(reviewed.tags()).singleElement().satisfies(tag -> {
            assertThat(tag.code()).isEqualTo("reason.price");
            assertThat(tag.evidence()).singleElement().satisfies(evidence -> {
                assertThat(evidence.words()).isEqualTo("too expensive");
                assertThat(evidence.utterance()).isEqualTo(1);
                assertThat(evidence.firstWord()).isEqualTo(2);
                assertThat(evidence.lastWord()).isEqualTo(3);
                assertThat(evidence.source()).isEqualTo("reviewer:Priya");
            });
        });
    }

    @Test
    void addsATagThatWasMissed() {
        Evidence help = evidence(0, 0, 3, "");
        CallTags reviewed =
                ReviewedTags.of(CALL, MACHINE, List.of(verdict("topic.greeting", Verdict.Kind.ADDED, help)));
        assertThat(codes(reviewed)).containsExactly("reason.price", "modify.size", "topic.greeting");
        assertThat(reviewed.tags().getLast().evidence().getFirst().words()).isEqualTo("how can i help");
    }

    @Test
    void theLatestVerdictCounts() {
        List<Verdict> said = List.of(
                verdict("reason.price", Verdict.Kind.REJECTED, null),
                verdict("reason.price", Verdict.Kind.CONFIRMED, EXPENSIVE));
        assertThat(codes(ReviewedTags.of(CALL, MACHINE, said))).contains("reason.price");
        assertThat(codes(ReviewedTags.of(CALL, MACHINE, said.reversed()))).doesNotContain("reason.price");
    }

    @Test
    void aWithdrawnVerdictLeavesItToTheMachine() {
        List<Verdict> said = List.of(
                verdict("reason.price", Verdict.Kind.REJECTED, null),
                verdict("reason.price", Verdict.Kind.WITHDRAWN, null));
        assertThat(ReviewedTags.of(CALL, MACHINE, said)).isEqualTo(MACHINE);
        assertThat(ReviewedTags.latest(said)).isEmpty();
    }

    @Test
    void findsTheWordsByTheirTimeInATranscriptThatIsCutOtherwise() {
        Transcript again = Transcripts.of("2026/call.wav", "customer: how can help it too expensive large");
        Verdict confirmed = verdict("reason.price", Verdict.Kind.CONFIRMED, EXPENSIVE);
        Tag tag = ReviewedTags.of(again, CallTags.none(again.id()), List.of(confirmed))
                .tags()
                .getFirst();
        assertThat(tag.evidence().getFirst().lastWord())
                .isLessThan(again.utterances().getFirst().words().size());
        assertThat(tag.evidence().getFirst().startMs()).isEqualTo(EXPENSIVE.startMs());
    }

    @Test
    void refusesWhatIsNoVerdict() {
        assertThatThrownBy(() -> verdict("reason.price", Verdict.Kind.ADDED, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shows its words");
        assertThatThrownBy(() -> verdict(" ", Verdict.Kind.REJECTED, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
