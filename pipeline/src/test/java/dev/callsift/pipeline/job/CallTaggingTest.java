package dev.callsift.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.models.language.Taxonomy;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.PlainTurns;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.pipeline.tagging.Tagger;
import dev.callsift.pipeline.transcript.Transcript;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CallTaggingTest {

    private static final RecordingKey KEY = new RecordingKey("2026/odd.wav");
    private static final Tagger TAGGER = Tagger.of(Taxonomy.english());

    private static Transcript call(String words) {
        return PlainTurns.transcript("call", List.of(new PlainTurns.Turn(Speaker.CUSTOMER, words)));
    }

    /** A fault that only some calls have. */
    private static CallTags failingOnNine(Transcript transcript) {
        if (transcript.utterances().getFirst().words().getFirst().text().equals("nine")) {
            throw new IllegalArgumentException("fromIndex: 9 > toIndex: 8");
        }
        return TAGGER.tag(transcript);
    }

    @Test
    void holdsBackACallOnWhichTaggingFails() {
        CallTagging tagging = new CallTagging(CallTaggingTest::failingOnNine);

        assertThatThrownBy(() -> tagging.tags(KEY, call("nine")))
                .isInstanceOfSatisfying(RecordingFaultException.class, fault -> assertThat(fault.reason())
                        .isEqualTo(QuarantineReason.TAGGING_FAILED))
                .hasMessage(
                        "2026/odd.wav: its transcript cannot be tagged (java.lang.IllegalArgumentException: fromIndex: 9 >"
                                + " toIndex: 8); keep its transcript and report it; the rest went on")
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThat(tagging.tags(KEY, call("i want to cancel my order")).tags())
                .extracting(Tag::code)
                .containsExactly("cancel.requested");
    }

    @Test
    void endsTheRunWhereNoCallCanBeTagged() {
        CallTagging tagging = new CallTagging(transcript -> {
            throw new IllegalStateException("the language models cannot be read from the class path");
        });

        assertThatThrownBy(() -> tagging.tags(KEY, call("nine"))).isInstanceOf(IllegalStateException.class);
    }
}
