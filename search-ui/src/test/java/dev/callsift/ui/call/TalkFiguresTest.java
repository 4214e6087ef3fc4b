package dev.callsift.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.audio.AudioSummary;
import dev.callsift.pipeline.audio.ChannelLayout;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.SpeechModelReference;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.pipeline.transcript.Word;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TalkFiguresTest {

    /** Words of half a second each, one after the other. */
    private static Utterance says(Speaker speaker, long startMs, int words) {
        return new Utterance(
                speaker,
                IntStream.range(0, words)
                        .mapToObj(i ->
                                new Word("word", startMs + 500L * i, startMs + 500L * (i + 1), new Confidence(0.9)))
                        .toList());
    }

    private static Transcript call(Utterance... said) {
        return new Transcript(
                Transcript.SCHEMA_VERSION,
                new RecordingKey("a.wav").id(),
                new Transcript.Source("a.wav", "etag", 1, "0".repeat(64)),
                CallMetadata.UNKNOWN,
                new AudioSummary("wav/pcm_s16le", 8_000, 2, ChannelLayout.SPLIT, 60_000, 20_000, List.of()),
                new SpeechModelReference("hand-written", "0".repeat(64), false),
                Stream.of(said)
                        .sorted(Comparator.comparingLong(Utterance::startMs))
                        .toList());
    }

    private static TalkFigures figures(Utterance... said) {
        return TalkFigures.of(call(said));
    }

    @Test
    void sharesTheTalkAmongBoth() {
        TalkFigures figures = figures(says(Speaker.AGENT, 0, 6), says(Speaker.CUSTOMER, 5_000, 2));
        assertThat(figures.agentPercent()).isEqualTo(75);
        assertThat(figures.agent().talkMs()).isEqualTo(3_000);
    }

    @Test
    void countsWordsOverTheirOwnTalkingTime() {
        assertThat(figures(says(Speaker.AGENT, 0, 10), says(Speaker.CUSTOMER, 30_000, 4))
                        .agent()
                        .wordsPerMinute())
                .isEqualTo(120);
        assertThat(figures(says(Speaker.AGENT, 0, 10)).customer().wordsPerMinute())
                .isZero();
    }

    @Test
    void findsTheLongestSilenceBetweenWords() {
        TalkFigures figures = figures(
                says(Speaker.AGENT, 10_000, 4), says(Speaker.CUSTOMER, 13_000, 2), says(Speaker.AGENT, 21_000, 2));
        assertThat(figures.silence()).isEqualTo(new TalkFigures.Silence(14_000, 7_000));
    }

    @Test
    void noSilenceIsWhereOneGoesOnWhileTheOtherStops() {
        TalkFigures figures = figures(
                says(Speaker.AGENT, 0, 20), says(Speaker.CUSTOMER, 1_000, 2), says(Speaker.CUSTOMER, 10_500, 2));
        assertThat(figures.silence()).isEqualTo(new TalkFigures.Silence(10_000, 500));
    }

    @Test
    void anInterruptionHasWordsAndTalksOnTogether() {
        Utterance agent = says(Speaker.AGENT, 0, 10);
        assertThat(figures(agent, says(Speaker.CUSTOMER, 2_000, 3)).customer().interruptions())
                .isEqualTo(1);
        assertThat(figures(agent, says(Speaker.CUSTOMER, 2_000, 2)).customer().interruptions())
                .as("two words say: go on")
                .isZero();
        assertThat(figures(agent, says(Speaker.CUSTOMER, 4_800, 6)).customer().interruptions())
                .as("a fifth of a second is taking turns")
                .isZero();
        assertThat(figures(agent, says(Speaker.CUSTOMER, 2_000, 3)).agent().interruptions())
                .isZero();
    }

    @Test
    void aCallWithoutWordsHasNoFigures() {
        assertThat(figures().agentPercent()).isZero();
        assertThat(figures().silence().lengthMs()).isZero();
        assertThat(TalkView.of(call())).isEmpty();
    }
}
