package dev.callsift.pipeline.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.callsift.pipeline.audio.AudioSummary;
import dev.callsift.pipeline.audio.ChannelLayout;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.metadata.Direction;
import dev.callsift.pipeline.recording.RecordingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptJsonTest {

    private static final RecordingKey KEY = new RecordingKey("in/Grüße 📞.wav");
    private static final Transcript TRANSCRIPT = new Transcript(
            1,
            KEY.id(),
            new Transcript.Source(KEY.value(), "abc-1", 4_711, "a".repeat(64)),
            new CallMetadata(
                    "17", OffsetDateTime.parse("2026-11-03T11:20:40+05:30"), null, null, Direction.INBOUND, null),
            new AudioSummary("wav/pcm_mulaw", 8_000, 2, ChannelLayout.SPLIT, 60_000, 21_000, List.of()),
            new SpeechModelReference("demo-en-8k", "b".repeat(64), true),
            List.of(
                    new Utterance(
                            Speaker.CUSTOMER,
                            List.of(
                                    new Word("cancel", 1_000, 1_420, new Confidence(0.9314)),
                                    new Word("it", 1_420, 1_510, new Confidence(1)))),
                    new Utterance(Speaker.AGENT, List.of(new Word("sure", 2_000, 2_300, new Confidence(0.5))))));

    private static final String DOCUMENT = """
            {
              "schemaVersion" : 1,
              "id" : "%s",
              "recording" : {
                "key" : "in/Grüße 📞.wav",
                "etag" : "abc-1",
                "size" : 4711,
                "sha256" : "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
              },
              "call" : {
                "callId" : "17",
                "startedAt" : "2026-11-03T11:20:40+05:30",
                "agent" : null,
                "customerNumber" : null,
                "direction" : "INBOUND",
                "queue" : null
              },
              "audio" : {
                "format" : "wav/pcm_mulaw",
                "sampleRate" : 8000,
                "channels" : 2,
                "layout" : "SPLIT",
                "durationMs" : 60000,
                "speechMs" : 21000,
                "warnings" : [ ]
              },
              "speechModel" : {
                "name" : "demo-en-8k",
                "hash" : "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
                "demonstration" : true
              },
              "utterances" : [
                {
                  "speaker" : "CUSTOMER",
                  "words" : [
                    { "text" : "cancel", "startMs" : 1000, "endMs" : 1420, "confidence" : 0.931 },
                    { "text" : "it", "startMs" : 1420, "endMs" : 1510, "confidence" : 1.0 }
                  ]
                },
                {
                  "speaker" : "AGENT",
                  "words" : [
                    { "text" : "sure", "startMs" : 2000, "endMs" : 2300, "confidence" : 0.5 }
                  ]
                }
              ]
            }
            """.replace("%s", KEY.id());

    private static byte[] bytes(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void writesTheDocumentToTheByte() {
        assertThat(new String(TranscriptJson.write(TRANSCRIPT), StandardCharsets.UTF_8))
                .isEqualTo(DOCUMENT);
    }

    @Test
    void readsWhatItWrites() {
        assertThat(TranscriptJson.read(TranscriptJson.write(TRANSCRIPT))).isEqualTo(TRANSCRIPT);
    }

    @Test
    void writesWhatTheSchemaDescribes() throws IOException {
        Schema schema = schema();
        assertThat(schema.validate(DOCUMENT, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(
                        new String(
                                TranscriptJson.write(Transcripts.of("a.wav", "agent: hello\ncustomer: cancel? it")),
                                StandardCharsets.UTF_8),
                        InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNoTranscript() throws IOException {
        Schema schema = schema();
        for (String wrong : List.of(
                DOCUMENT.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"),
                DOCUMENT.replace("\"CUSTOMER\"", "\"HOLD\""),
                DOCUMENT.replace("0.931", "1.2"),
                DOCUMENT.replace("\"etag\"", "\"tag\""))) {
            assertThat(schema.validate(wrong, InputFormat.JSON)).isNotEmpty();
        }
    }

    @Test
    void refusesAnotherSchemaVersion() {
        assertThatExceptionOfType(UnreadableTranscriptException.class)
                .isThrownBy(() ->
                        TranscriptJson.read(bytes(DOCUMENT.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"))))
                .withMessageStartingWith("the document's schemaVersion is 2, this callsift reads 1");
    }

    @Test
    void refusesWhatIsNoTranscript() {
        for (String wrong : List.of(
                "",
                "null",
                "{}",
                "half a docu",
                DOCUMENT.substring(0, 400),
                DOCUMENT.replace("0.931", "3"),
                DOCUMENT.replace("\"words\"", "\"wörter\""),
                DOCUMENT.replace("\"size\" : 4711,", ""))) {
            assertThatExceptionOfType(UnreadableTranscriptException.class)
                    .as(wrong)
                    .isThrownBy(() -> TranscriptJson.read(bytes(wrong)));
        }
    }

    private static Schema schema() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "schema", "transcript-1.json"), StandardCharsets.UTF_8);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }
}
