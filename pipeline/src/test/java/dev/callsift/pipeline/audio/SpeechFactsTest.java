package dev.callsift.pipeline.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingFaultException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SpeechFactsTest {

    /** What the agent and the customer of the clean recording say, and when. */
    private static final int AGENT_FROM = 1_142;

    private static final int AGENT_TO = 5_280;
    private static final int CUSTOMER_FROM = 5_717;
    private static final int CUSTOMER_TO = 11_789;

    @TempDir
    private Path folder;

    static Stream<Arguments> notSpeech() {
        Sound gap = Sound.silence(200);
        Sound keys = Stream.of(new double[] {697, 1_209}, new double[] {770, 1_336}, new double[] {941, 1_477})
                .map(key -> Sound.tone(120, -15, key).then(gap))
                .reduce(Sound::then)
                .orElseThrow();
        return Map.of(
                        "American ringing",
                                Sound.tone(2_000, -18, 440, 480)
                                        .then(Sound.silence(4_000))
                                        .times(4),
                        "British ringing",
                                Sound.tone(400, -18, 400, 450)
                                        .then(gap)
                                        .times(2)
                                        .then(Sound.silence(2_000))
                                        .times(6),
                        "European ringing",
                                Sound.tone(1_000, -18, 425)
                                        .then(Sound.silence(4_000))
                                        .times(4),
                        "busy tone",
                                Sound.tone(500, -18, 480, 620)
                                        .then(Sound.silence(500))
                                        .times(12),
                        "dial tone", Sound.tone(10_000, -18, 350, 440),
                        "a hold tone",
                                Sound.tone(600, -20, 800)
                                        .then(Sound.silence(5_000))
                                        .times(4),
                        "key presses", Sound.silence(1_000).then(keys.times(6)))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notSpeech")
    void tonesAreNotSpeech(String name, Sound sound) throws IOException {
        Path file = Sound.write(folder.resolve("tones.wav"), sound.with(Sound.noise(sound.ms(), -65)));

        assertThatThrownBy(() -> Segments.of(file))
                .as(name)
                .isInstanceOfSatisfying(RecordingFaultException.class, fault -> {
                    assertThat(fault.reason()).isEqualTo(QuarantineReason.NO_SPEECH);
                    assertThat(fault.detail()).contains("only tones");
                });
    }

    @ParameterizedTest
    @MethodSource("noises")
    void noiseIsNotSpeechHoweverLoud(Sound noise) throws IOException {
        Path file = Sound.write(folder.resolve("noise.wav"), noise);

        assertThatThrownBy(() -> Segments.of(file)).isInstanceOfSatisfying(RecordingFaultException.class, fault -> {
            assertThat(fault.reason()).isEqualTo(QuarantineReason.NO_SPEECH);
            assertThat(fault.detail()).contains("only noise");
        });
    }

    static Stream<Sound> noises() {
        Sound bursts = Sound.noise(300, -20).then(Sound.silence(700)).times(20);
        return Stream.of(Sound.noise(20_000, -20), Sound.rumble(20_000, -25), Sound.noise(20_000, -45), bursts);
    }

    @Test
    void silenceIsSaidToBeSilenceWithItsLevel() throws IOException {
        Path digital = Sound.write(folder.resolve("digital.wav"), Sound.silence(5_000));
        Path hiss = Sound.write(folder.resolve("hiss.wav"), Sound.noise(5_000, -70));

        assertThatThrownBy(() -> Segments.of(digital)).hasMessageContaining("only silence, digital silence");
        assertThatThrownBy(() -> Segments.of(hiss))
                .hasMessageContaining("only silence, loudest at")
                .hasMessageContaining("dB below full scale");
    }

    @Test
    void speechIsFoundWithinATenthOfASecond() throws Exception {
        Segments heard = Segments.of(conversation(Sound.conversation()));

        SpeechSegment first = heard.of(Speaker.AGENT).getFirst();
        assertThat(first.startMs()).isBetween(AGENT_FROM - 400L, AGENT_FROM + 100L);
        assertThat(Segments.endMs(first)).isBetween(AGENT_TO - 100L, AGENT_TO + 500L);
    }

    @Test
    void aQuietVoiceIsHeard() throws Exception {
        Sound[] loud = Sound.conversation();
        Sound agent = loud[0].louder(-35 - loud[0].level());
        Sound hiss = Sound.noise(agent.ms(), -62);
        Segments heard = Segments.of(conversation(agent.with(hiss), loud[1].with(hiss)));

        assertThat(heard.covered(Speaker.AGENT, AGENT_FROM, AGENT_TO))
                .isGreaterThan((AGENT_TO - AGENT_FROM) * 95L / 100);
    }

    @Test
    void aVoiceIsHeardOverLineNoise() throws Exception {
        Sound[] clean = Sound.conversation();
        Sound noise = Sound.noise(clean[0].ms(), clean[0].level() - 15);
        Segments heard = Segments.of(conversation(clean[0].with(noise), clean[1]));

        assertThat(heard.covered(Speaker.AGENT, AGENT_FROM, AGENT_TO))
                .isGreaterThan((AGENT_TO - AGENT_FROM) * 95L / 100);
        assertThat(heard.covered(Speaker.AGENT, 7_000, 11_000)).isZero();
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void theOtherVoiceLeakingOverIsNotHeardTwice(double level, int delayMs) throws Exception {
        Sound[] call = Sound.conversation();
        Sound leak = Sound.silence(delayMs).then(call[1].louder(level));
        Segments heard = Segments.of(conversation(call[0].with(leak).with(Sound.noise(call[0].ms(), -65)), call[1]));

        assertThat(heard.covered(Speaker.AGENT, CUSTOMER_FROM + 500, CUSTOMER_TO - 500))
                .isLessThan(600);
        assertThat(heard.covered(Speaker.CUSTOMER, CUSTOMER_FROM, CUSTOMER_TO))
                .isGreaterThan((CUSTOMER_TO - CUSTOMER_FROM) * 95L / 100);
        assertThat(heard.covered(Speaker.AGENT, AGENT_FROM, AGENT_TO))
                .isGreaterThan((AGENT_TO - AGENT_FROM) * 95L / 100);
    }

    static Stream<Arguments> leaks() {
        return Stream.of(Arguments.of(-20, 0), Arguments.of(-20, 120), Arguments.of(-25, 60), Arguments.of(-30, 0));
    }

    @Test
    void bothAreHeardWhenTheySpeakAtOnceHoweverQuietOneIs() throws Exception {
        Sound[] call = Sound.conversation();
        int ms = AGENT_TO - AGENT_FROM;
        Sound agent = call[0].part(AGENT_FROM, AGENT_TO).louder(-18);
        Sound customer = call[1].part(CUSTOMER_FROM, CUSTOMER_FROM + ms);
        Sound pause = Sound.silence(1_000);
        Segments heard = Segments.of(
                conversation(pause.then(agent).then(pause), pause.then(customer).then(pause)));

        assertThat(heard.covered(Speaker.AGENT, 1_000, 1_000 + ms)).isGreaterThan(ms * 90L / 100);
        assertThat(heard.covered(Speaker.CUSTOMER, 1_000, 1_000 + ms)).isGreaterThan(ms * 90L / 100);
    }

    @Test
    void speechAfterRingingKeepsItsFirstWord() throws Exception {
        Sound[] call = Sound.conversation();
        Sound ringing = Sound.tone(2_000, -18, 440, 480).then(Sound.silence(300));
        Sound agent = ringing.then(call[0].part(AGENT_FROM, AGENT_TO));
        Path file = Sound.write(folder.resolve("answered.wav"), agent);
        SpeechSegment first = Segments.of(file).all().getFirst();

        assertThat(first.startMs()).isBetween(1_900L, 2_350L);
    }

    @Test
    void aLongSpeechIsCutWithoutLosingASample() throws Exception {
        Sound words = Sound.conversation()[0].part(AGENT_FROM + 100, AGENT_TO - 200);
        Path file = Sound.write(folder.resolve("monologue.wav"), words.times(20));
        Segments heard = Segments.of(file);

        assertThat(heard.all()).hasSizeGreaterThan(2).allSatisfy(segment -> assertThat(Segments.ms(segment))
                .isLessThanOrEqualTo(28_000));
        assertThat(heard.summary().speechMs()).isGreaterThan(words.times(20).ms() * 97L / 100);
        for (int i = 1; i < heard.all().size(); i++) {
            assertThat(heard.all().get(i).startMs() - Segments.endMs(heard.all().get(i - 1)))
                    .isBetween(-1L, 1L);
        }
    }

    @Test
    void channelsThatCarryTheSameAreOne() throws Exception {
        Sound[] call = Sound.conversation();
        Sound mixed = call[0].with(call[1]);
        Segments heard = Segments.of(conversation(mixed, mixed));

        assertThat(heard.summary().layout()).isEqualTo(ChannelLayout.IDENTICAL);
        assertThat(heard.all()).extracting(SpeechSegment::speaker).containsOnly(Speaker.UNKNOWN);
    }

    @Test
    void aSilentSecondChannelLeavesTheFirstItsSpeaker() throws Exception {
        Sound agent = Sound.conversation()[0];
        Segments heard = Segments.of(conversation(agent, Sound.silence(agent.ms())));

        assertThat(heard.summary().layout()).isEqualTo(ChannelLayout.SPLIT);
        assertThat(heard.all()).extracting(SpeechSegment::speaker).containsOnly(Speaker.AGENT);
    }

    @Test
    void channelsThatDifferOnlyLateAreStillTwo() throws Exception {
        Sound[] call = Sound.conversation();
        Sound announcement = call[0].with(call[1]);
        Segments heard = Segments.of(conversation(announcement.then(call[0]), announcement.then(call[1])));

        assertThat(heard.summary().layout()).isEqualTo(ChannelLayout.SPLIT);
    }

    private Path conversation(Sound... channels) throws IOException {
        return Sound.write(folder.resolve("conversation.wav"), channels);
    }
}
