package dev.callsift.models.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.callsift.models.language.RuleSpeaker;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallScoresTest {

    private static final String REQUESTED = "cancel.requested";
    private static final String SAVED = "cancel.saved";
    private static final String SIZE = "modify.size";

    @Test
    void theTwoStrongestTurnsOfEachSpeakerCount() {
        CallScores scores = new CallScores();
        scores.add(RuleSpeaker.CUSTOMER, Map.of(SIZE, 0.2));
        scores.add(RuleSpeaker.AGENT, Map.of(SIZE, 0.5));
        scores.add(RuleSpeaker.CUSTOMER, Map.of(SIZE, 0.9));
        scores.add(RuleSpeaker.CUSTOMER, Map.of(SIZE, 0.5));

        Map<String, Double> features = scores.features(SIZE);

        assertThat(features)
                .containsEntry("customer-1", Weight.SUREST + Weight.logOdds(0.9))
                .containsEntry("customer-2", Weight.SUREST)
                .containsEntry("agent-1", Weight.SUREST)
                .containsEntry("turns", Math.log(4))
                .doesNotContainKey("agent-2");
    }

    @Test
    void whatCameUpLaterTellsHowACancellationEnds() {
        CallScores scores = new CallScores();
        scores.add(RuleSpeaker.CUSTOMER, Map.of(REQUESTED, 0.9, SAVED, 0.1));
        scores.add(RuleSpeaker.CUSTOMER, Map.of(REQUESTED, 0.1, SAVED, 0.8));

        assertThat(scores.features(REQUESTED)).containsKey("later:" + SAVED);
        assertThat(scores.features(SAVED)).doesNotContainKey("later:" + REQUESTED);
    }

    @Test
    void ofOtherWishesOnlyTheStrongestRivalCounts() {
        CallScores scores = new CallScores();
        scores.add(
                RuleSpeaker.CUSTOMER,
                Map.of(SIZE, 0.9, "modify.colour", 0.5, "modify.item", 0.2, "topic.callback", 0.9));
        scores.add(RuleSpeaker.AGENT, Map.of());

        assertThat(scores.features(SIZE))
                .containsEntry("customer:rival", Weight.SUREST)
                .doesNotContainKeys("customer:modify.colour", "customer:topic.callback");
    }

    @Test
    void whereTheEncoderHasReadTheCallItsWordCountsBesideTheStrongestTurns() {
        CallScores scores = new CallScores();
        scores.add(RuleSpeaker.CUSTOMER, Map.of(SIZE, 0.3));
        scores.add(RuleSpeaker.CUSTOMER, Map.of(SIZE, 0.9));

        scores.addWhole(Map.of(REQUESTED, 0.5));

        assertThat(scores.features(REQUESTED))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("bias", 1.0, "whole", 0.0, "customer", -Weight.SUREST, "agent", -Weight.SUREST));
        assertThat(scores.features(SIZE))
                .containsEntry("whole", -Weight.SUREST)
                .containsEntry("customer", Weight.logOdds(0.9));
    }

    @Test
    void weightsGiveALikelihood() {
        CallWeight weight = new CallWeight(Map.of("bias", -1.0, "customer-1", 0.5), 0.4);

        assertThat(weight.likelihood(Map.of("bias", 1.0, "customer-1", 2.0, "unknown", 9.0)))
                .isCloseTo(0.5, within(1e-9));
        assertThatThrownBy(() -> new CallWeight(Map.of(), 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
