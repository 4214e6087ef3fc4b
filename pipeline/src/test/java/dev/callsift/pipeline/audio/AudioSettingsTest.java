package dev.callsift.pipeline.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.pipeline.metadata.Direction;
import dev.callsift.pipeline.recording.RecordingKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AudioSettingsTest {

    private static final ChannelAssignment AGENT_FIRST = new ChannelAssignment(0, 1, true);
    private static final ChannelAssignment CUSTOMER_FIRST = new ChannelAssignment(1, 0, true);

    @Test
    void withoutARuleTheAgentIsFirstAndThatIsNotCertain() {
        AudioSettings settings = bind(Map.of());

        assertThat(settings.assign(new RecordingKey("any.wav"), Direction.INBOUND))
                .isEqualTo(new ChannelAssignment(0, 1, false));
    }

    @Test
    void theFirstRuleThatFitsTheKeyCounts() {
        AudioSettings settings = bind(Map.of(
                "callsift.audio.channels[0].keys", "freeswitch/**",
                "callsift.audio.channels[0].order", "caller-first",
                "callsift.audio.channels[1].keys", "genesys/**/*.wav",
                "callsift.audio.channels[1].agent", "3",
                "callsift.audio.channels[1].customer", "2",
                "callsift.audio.channels[2].order", "customer-first"));

        assertThat(settings.assign(new RecordingKey("freeswitch/2026/a.wav"), Direction.OUTBOUND))
                .isEqualTo(AGENT_FIRST);
        assertThat(settings.assign(new RecordingKey("genesys/a/b/c.wav"), Direction.INBOUND))
                .isEqualTo(new ChannelAssignment(3, 2, true));
        assertThat(settings.assign(new RecordingKey("genesys/a/b/c.mp3"), Direction.INBOUND))
                .isEqualTo(CUSTOMER_FIRST);
    }

    @Test
    void theCallerOfAnInboundCallIsTheCustomer() {
        AudioSettings settings =
                new AudioSettings(List.of(new ChannelRule(null, ChannelOrder.CALLER_FIRST, null, null)));
        RecordingKey key = new RecordingKey("a.wav");

        assertThat(settings.assign(key, Direction.INBOUND)).isEqualTo(CUSTOMER_FIRST);
        assertThat(settings.assign(key, Direction.OUTBOUND)).isEqualTo(AGENT_FIRST);
        assertThat(settings.assign(key, Direction.UNKNOWN)).isEqualTo(CUSTOMER_FIRST);
    }

    @Test
    void keysOfAnyKindAreMatched() {
        ChannelRule rule = new ChannelRule("in box/**", ChannelOrder.AGENT_FIRST, null, null);

        assertThat(rule.matches(new RecordingKey("in box/../a\nb ☎.wav"))).isTrue();
        assertThat(rule.matches(new RecordingKey("/in box/a.wav"))).isTrue();
        assertThat(rule.matches(new RecordingKey("out box/a.wav"))).isFalse();
    }

    @Test
    void refusesARuleThatSaysNothingOrTooMuch() {
        assertThatThrownBy(() -> new ChannelRule("**", null, null, null))
                .hasMessageContaining("callsift.audio.channels")
                .hasMessageContaining("either order");
        assertThatThrownBy(() -> new ChannelRule("**", ChannelOrder.AGENT_FIRST, 0, 1))
                .hasMessageContaining("either order");
        assertThatThrownBy(() -> new ChannelRule("**", null, 0, null)).hasMessageContaining("customer=null");
        assertThatThrownBy(() -> new ChannelRule("**", null, 1, 1)).hasMessageContaining("two channels");
    }

    private static AudioSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("callsift.audio", AudioSettings.class);
    }
}
