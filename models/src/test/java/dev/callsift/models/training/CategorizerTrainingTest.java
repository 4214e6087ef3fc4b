package dev.callsift.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.models.category.UtteranceCategorizer;
import dev.callsift.models.training.CategorizerTraining.Trained;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CategorizerTrainingTest {

    private static final String CODE = "modify.colour";
    private static final List<String> COLOURS = List.of("red", "blue", "green", "black");
    private static final List<String> GOODS = List.of("kettle", "lamp", "rug", "shirt", "chair");

    @Test
    void learnsWhatShowsTheCode() {
        Trained trained = new CategorizerTraining(samples()).train(CODE, 1);

        assertThat(likelihood(trained, "i want the chair in green"))
                .isGreaterThan(likelihood(trained, "where is my green chair") + 0.5);
    }

    @Test
    void judgesByTextThatItHadNotSeen() {
        HeldOut heldOut = new CategorizerTraining(samples()).train(CODE, 1).heldOut();

        assertThat(heldOut.labelled()).isEqualTo(COLOURS.size() * GOODS.size());
        assertThat(heldOut.recall()).isGreaterThan(0.9);
        assertThat(heldOut.precision()).isGreaterThan(0.9);
    }

    @Test
    void aRuleThatIsRightOftenCountsMuch() {
        Trained trained = new CategorizerTraining(samples()).train(CODE, 1);

        assertThat(trained.weight().rule()).isPositive();
        assertThat(trained.weight().veto()).isNotPositive();
    }

    private static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (String colour : COLOURS) {
            for (String good : GOODS) {
                samples.add(sample("i want the " + good + " in " + colour, true, samples.size() / 3));
                samples.add(sample("where is my " + colour + " " + good, false, samples.size() / 3));
                samples.add(sample("does the " + good + " come in " + colour, false, samples.size() / 3));
            }
        }
        return samples;
    }

    private static Sample sample(String said, boolean shows, int group) {
        return new Sample(
                shows ? Set.of(CODE) : Set.of(),
                features(said),
                shows ? Map.of(CODE, 0.8) : Map.of(),
                Set.of(),
                false,
                false,
                group);
    }

    private static double likelihood(Trained trained, String said) {
        return UtteranceCategorizer.probability(trained.model(), features(said));
    }

    private static List<String> features(String said) {
        return UtteranceCategorizer.features(List.of(said.split(" ", -1)), List.of());
    }
}
