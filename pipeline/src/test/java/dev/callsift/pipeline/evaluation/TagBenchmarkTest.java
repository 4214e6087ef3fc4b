package dev.callsift.pipeline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.models.category.LanguageModels;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TagBenchmarkTest {

    private static final GroundTruth DIALOGUE = new GroundTruth(
            "a.wav",
            List.of("agent", "customer"),
            new GroundTruth.Metadata(null),
            List.of(
                    new GroundTruth.Turn("agent", 0, "how can i help"),
                    new GroundTruth.Turn("customer", 2_000, "please change the size to large")),
            "none",
            List.of());

    @Test
    void countsTheUtterancesOfBothSpeakersAndTheTimeTheyTake() {
        TagBenchmark benchmark = TagBenchmark.of(List.of(DIALOGUE));
        TagBenchmark.Loaded loaded = benchmark.load(LanguageModels::english);

        TagBenchmark.Speed speed = benchmark.tag(loaded.tagger(), Duration.ofMillis(200));

        assertThat(speed.wall()).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(speed.utterances()).isPositive().isEven();
        assertThat(speed.cpu()).isPositive();
        assertThat(speed.perCore()).isPositive();
    }

    @Test
    void givesUtterancesASecond() {
        TagBenchmark.Speed speed = new TagBenchmark.Speed(6_000, Duration.ofSeconds(2), Duration.ofSeconds(3));

        assertThat(speed.perCore()).isEqualTo(3_000);
        assertThat(speed.perSecond()).isEqualTo(2_000);
    }
}
