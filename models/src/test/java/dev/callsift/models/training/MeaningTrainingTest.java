package dev.callsift.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeaningTrainingTest {

    @Test
    void codesOfAFamilyAreWeighedAlike() {
        assertThat(MeaningTraining.families(
                        Set.of("reason.price", "cancel.saved", "modify.size", "reason.mistake", "cancel.confirmed")))
                .containsExactlyInAnyOrder(
                        List.of("cancel.confirmed", "cancel.saved"),
                        List.of("modify.size"),
                        List.of("reason.mistake", "reason.price"));
    }
}
