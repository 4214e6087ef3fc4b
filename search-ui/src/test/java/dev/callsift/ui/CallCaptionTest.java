package dev.callsift.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.metadata.Direction;
import org.junit.jupiter.api.Test;

final class CallCaptionTest {

    @Test
    void saysWhatIsUnknown() {
        CallCaption caption = CallCaption.of(CallMetadata.UNKNOWN, "in/2026/call 7.wav", 61_400);
        assertThat(caption.title()).isEqualTo("call 7.wav");
        assertThat(caption.facts())
                .extracting(CallCaption.Fact::text)
                .containsExactly("time unknown", "1 min 1 s", "direction unknown");
    }

    @Test
    void namesWhoItKnows() {
        CallMetadata agentOnly = new CallMetadata(null, null, "Priya", null, Direction.INBOUND, null);
        CallMetadata numberOnly = new CallMetadata(null, null, null, "07700 900123", Direction.INBOUND, null);
        assertThat(CallCaption.of(agentOnly, "a.wav", 0).title()).isEqualTo("Priya with an unknown number");
        assertThat(CallCaption.of(numberOnly, "a.wav", 0).title()).isEqualTo("Unknown agent with 07700 900123");
    }

    @Test
    void showsPlacesAsAPlayerDoes() {
        assertThat(Clock.position(42_999)).isEqualTo("0:42");
        assertThat(Clock.position(725_000)).isEqualTo("12:05");
        assertThat(Clock.position(3_723_000)).isEqualTo("1:02:03");
        assertThat(Clock.length(59_600)).isEqualTo("1 min 0 s");
        assertThat(Clock.length(3_720_000)).isEqualTo("1 h 2 min");
    }
}
