package dev.callsift.pipeline.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.transcript.Confidence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TagComparisonTest {

    private static final String SIZE = "modify.size";
    private static final Evidence WORDS =
            new Evidence(0, 0, 1, 1_000, 2_000, "a size", "rule:modify.size/wants", new Confidence(0.8));

    private final TagComparison comparison = new TagComparison(1);

    private static ModificationRequest request(@Nullable String to, AgentAnswer answer, double confidence) {
        return new ModificationRequest(
                SIZE,
                null,
                to == null ? null : new ModificationRequest.Value(to, to),
                null,
                "the words",
                answer,
                new Confidence(confidence),
                List.of(WORDS));
    }

    private static CallTags asks(ModificationRequest... requests) {
        List<Tag> tags = List.of(new Tag(SIZE, new Confidence(0.9), List.of(WORDS)));
        return new CallTags(CallTags.SCHEMA_VERSION, "id", "", "", tags, List.of(requests));
    }

    private void add(CallTags before, CallTags after) {
        comparison.add(new RecordingKey("a.wav"), before, after);
    }

    @Test
    void tellsAnotherValueAndAnotherAnswerAsChanged() {
        add(asks(request("m", AgentAnswer.NONE, 0.9)), asks(request("xl", AgentAnswer.NONE, 0.9)));
        add(asks(request("m", AgentAnswer.NONE, 0.9)), asks(request("m", AgentAnswer.DONE, 0.9)));
        add(asks(request("m", AgentAnswer.NONE, 0.9)), asks(request(null, AgentAnswer.NONE, 0.9)));
        add(asks(), asks(request("m", AgentAnswer.NONE, 0.9)));

        TagDifference difference = comparison.difference();
        assertThat(difference.same()).isZero();
        assertThat(difference.codes()).isEmpty();
        assertThat(difference.modifications()).singleElement().satisfies(changed -> {
            assertThat(changed.type()).isEqualTo(SIZE);
            assertThat(changed.changed()).isEqualTo(4);
            assertThat(changed.examples()).hasSize(1);
        });
    }

    @Test
    void takesAnotherConfidenceForTheSame() {
        add(asks(request("m", AgentAnswer.NONE, 0.9)), asks(request("m", AgentAnswer.NONE, 0.8)));

        assertThat(comparison.difference()).isEqualTo(new TagDifference(1, 1, List.of(), List.of()));
    }

    @Test
    void tellsANewRequestAsAGainedCodeOnly() {
        add(CallTags.none("id"), asks(request("m", AgentAnswer.NONE, 0.9)));
        add(asks(request("m", AgentAnswer.NONE, 0.9)), CallTags.none("id"));

        assertThat(comparison.difference().modifications()).isEmpty();
        assertThat(comparison.difference().codes()).singleElement().satisfies(code -> {
            assertThat(code.gained()).isEqualTo(1);
            assertThat(code.lost()).isEqualTo(1);
            assertThat(code.lostBy().getFirst().evidence()).containsExactly(WORDS);
        });
    }

    @Test
    void refusesFewerExamplesThanNone() {
        assertThatThrownBy(() -> new TagComparison(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
