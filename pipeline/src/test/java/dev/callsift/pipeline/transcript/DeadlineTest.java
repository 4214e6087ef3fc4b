package dev.callsift.pipeline.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    @Test
    void growsWithWhatHasBeenDecoded() {
        var deadline = new Deadline(Duration.ofSeconds(30), 10);
        assertThat(Duration.ofNanos(deadline.nanos(0))).isEqualTo(Duration.ofSeconds(30));
        assertThat(Duration.ofNanos(deadline.nanos(60_000))).isEqualTo(Duration.ofSeconds(630));
        assertThat(Duration.ofNanos(deadline.nanos(Duration.ofHours(3).toMillis())))
                .isEqualTo(Duration.ofSeconds(108_030));
    }
}
