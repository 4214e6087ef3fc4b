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
import dev.callsift.pipeline.verdict.CorrectedTranscript;
import dev.callsift.pipeline.verdict.WordCorrection;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TranscriptTextTest {

    private static final Transcript CALL = new Transcript(
            Transcript.SCHEMA_VERSION,
            new RecordingKey("a.wav").id(),
            new Transcript.Source("a.wav", "etag", 1, "0".repeat(64)),
            CallMetadata.UNKNOWN,
            new AudioSummary("wav/pcm_s16le", 8_000, 2, ChannelLayout.SPLIT, 4_000_000, 20_000, List.of()),
            new SpeechModelReference("hand-written", "0".repeat(64), false),
            List.of(
                    new Utterance(Speaker.AGENT, List.of(word("hello", 1_000, 1_500), word("<b>&", 1_600, 1_600))),
                    new Utterance(
                            Speaker.CUSTOMER,
                            IntStream.range(0, 15)
                                    .mapToObj(i -> word("w" + i, 3_723_000 + 100L * i, 3_723_080 + 100L * i))
                                    .toList())));

    private static final CorrectedTranscript MACHINE = CorrectedTranscript.of(CALL, List.of());

    private static Word word(String text, long startMs, long endMs) {
        return new Word(text, startMs, endMs, new Confidence(0.9));
    }

    @Test
    void textHasALineForEachUtterance() {
        assertThat(TranscriptText.plain(CALL, MACHINE).lines())
                .containsExactly(
                        "0:01  Agent: hello <b>&",
                        "1:02:03  Customer: w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 w12 w13 w14");
    }

    @Test
    void correctedWordsAreMarked() {
        WordCorrection made = new WordCorrection(
                1,
                CALL.id(),
                null,
                Speaker.AGENT,
                1_000,
                1_500,
                "hello",
                "good day",
                "Priya",
                Instant.parse("2026-11-20T10:00:00Z"));
        CorrectedTranscript corrected = CorrectedTranscript.of(CALL, List.of(made));
        assertThat(TranscriptText.plain(corrected.transcript(), corrected).lines())
                .startsWith("0:01  Agent: good* day* <b>&")
                .endsWith("* corrected by a reviewer");
        assertThat(TranscriptText.captions(corrected.transcript(), corrected))
                .contains("<v Agent><c.corrected>good</c> <c.corrected>day</c> &lt;b&gt;&amp;\n");
    }

    @Test
    void captionsAreEscapedTimedAndNotTooLong() {
        assertThat(TranscriptText.captions(CALL, MACHINE)).isEqualTo("""
                        WEBVTT

                        00:00:01.000 --> 00:00:01.600
                        <v Agent>hello &lt;b&gt;&amp;

                        01:02:03.000 --> 01:02:04.380
                        <v Customer>w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 w12 w13

                        01:02:04.400 --> 01:02:04.480
                        <v Customer>w14

                        """);
    }
}
