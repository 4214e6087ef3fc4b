package dev.callsift.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.models.category.CallScores;
import dev.callsift.models.language.RuleSpeaker;
import dev.callsift.models.training.CallTraining.Call;
import dev.callsift.models.training.CallTraining.Fitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class CallTrainingTest {

    private static final String SIZE = "modify.size";
    private static final String COLOUR = "modify.colour";

    @Test
    void whatIsHeardIsWeighed() {
        Fitted fitted = of(SIZE, new CallTraining(calls()).fit(List.of(SIZE)));

        assertThat(fitted.heldOut().f1()).isGreaterThan(0.9);
        assertThat(fitted.weight().weights().get("customer-1")).isPositive();
    }

    @Test
    void codesThatAreWeighedAlikeShareWeightsAndEachIsJudged() {
        SortedMap<String, Fitted> fitted = new CallTraining(calls()).fit(List.of(COLOUR, SIZE));

        Fitted colour = of(COLOUR, fitted);
        Fitted size = of(SIZE, fitted);
        assertThat(colour.weight().weights()).isEqualTo(size.weight().weights());
        assertThat(colour.heldOut().labelled()).isEqualTo(10);
        assertThat(size.heldOut().labelled()).isEqualTo(40);
        assertThat(colour.heldOut().f1()).isGreaterThan(0.8);
    }

    private static Fitted of(String code, SortedMap<String, Fitted> fitted) {
        return Objects.requireNonNull(fitted.get(code));
    }

    /** Of eighty calls every second is about the size, and every eighth about the colour. */
    private static List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            boolean size = i % 2 == 0;
            boolean colour = i % 8 == 1;
            double noise = i % 5 / 20.0;
            CallScores scores = new CallScores();
            scores.add(
                    RuleSpeaker.CUSTOMER,
                    Map.of(SIZE, size ? 0.7 + noise : 0.1 + noise, COLOUR, colour ? 0.75 + noise : 0.05 + noise));
            calls.add(new Call(scores, size ? Set.of(SIZE) : colour ? Set.of(COLOUR) : Set.of()));
        }
        return calls;
    }
}
