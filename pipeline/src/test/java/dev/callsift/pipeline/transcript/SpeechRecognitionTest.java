package dev.callsift.pipeline.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.callsift.models.speech.SpeechModelException;
import dev.callsift.pipeline.audio.ChannelAssignment;
import dev.callsift.pipeline.audio.ChannelLayout;
import dev.callsift.pipeline.audio.SegmentSink;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.recording.RecordingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Real recordings of the demonstration through the real child. */
class SpeechRecognitionTest {

    /** Stereo µ-law, agent first; its dialogue is {@code demo/dialogues/02-medium-to-large}. */
    private static final Path STEREO = Recognizers.DEMO_RECORDINGS.resolve(
            "freepbx/2026/11/03/in-18005550100-911000000177-20261103-112040-1793685040.1074.wav");

    private static VoskRecognizer recognizer;
    private static Recognition heard;

    @BeforeAll
    static void start() throws Exception {
        recognizer = VoskRecognizer.start(Recognizers.model(Recognizers.DEMO_MODEL), Recognizers.settings(2));
        heard = recognize(STEREO, Recognizers.AGENT_FIRST);
    }

    @AfterAll
    static void close() {
        recognizer.close();
    }

    private static Recognition recognize(Path file, ChannelAssignment channels) throws InterruptedException {
        return recognizer.recognize(new RecordingKey("calls/" + file.getFileName()), file, channels);
    }

    private static String said(Recognition recognition, Speaker speaker) {
        StringBuilder text = new StringBuilder();
        for (Utterance utterance : recognition.utterances()) {
            if (utterance.speaker() == speaker) {
                text.append(utterance.text()).append(" / ");
            }
        }
        return text.toString();
    }

    private static Word word(Recognition recognition, String text) {
        return recognition.utterances().stream()
                .flatMap(utterance -> utterance.words().stream())
                .filter(word -> word.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void givesEachSpeakerTheWordsOfItsChannel() {
        assertThat(heard.audio().layout()).isEqualTo(ChannelLayout.SPLIT);
        assertThat(said(heard, Speaker.AGENT))
                .contains("how can i help you today")
                .contains("navy blue");
        assertThat(said(heard, Speaker.CUSTOMER)).contains("could you swap the medium for a large");
        assertThat(said(heard, Speaker.UNKNOWN)).isEmpty();
    }

    @Test
    void givesTheSpeakersTheirChannelsTheOtherWayRound() throws Exception {
        Recognition swapped = recognize(STEREO, new ChannelAssignment(1, 0, true));
        assertThat(said(swapped, Speaker.CUSTOMER)).isEqualTo(said(heard, Speaker.AGENT));
    }

    @Test
    void countsTimesFromTheBeginningOfTheRecording() {
        // The ground truth: the agent says "good … today" from 1274 to 6314 ms, the customer "arjun mehta" from 23548
        // to 24290.
        assertThat(word(heard, "good").startMs()).isBetween(1_124L, 1_424L);
        assertThat(word(heard, "today").endMs()).isBetween(6_000L, 6_400L);
        assertThat(word(heard, "arjun").startMs()).isBetween(23_400L, 23_700L);
        assertThat(heard.utterances()).isSortedAccordingTo((a, b) -> Long.compare(a.startMs(), b.startMs()));
    }

    @Test
    void countsProcessorTimeInAndOutsideVosk() {
        assertThat(heard.recognizerCpu()).isPositive();
        assertThat(heard.otherCpu()).isPositive().isLessThan(heard.recognizerCpu());
    }

    @Test
    void hearsTheSameOnOneThreadAndOnTwoAlongsideOthers() throws Exception {
        List<Future<Recognition>> again = new ArrayList<>();
        try (var single = VoskRecognizer.start(Recognizers.model(Recognizers.DEMO_MODEL), Recognizers.settings(1));
                ExecutorService callers = Executors.newFixedThreadPool(2)) {
            again.add(callers.submit(() -> recognize(STEREO, Recognizers.AGENT_FIRST)));
            again.add(callers.submit(() -> recognize(STEREO, Recognizers.AGENT_FIRST)));
            assertThat(single.recognize(new RecordingKey("alone"), STEREO, Recognizers.AGENT_FIRST)
                            .utterances())
                    .isEqualTo(heard.utterances());
            for (Future<Recognition> recognition : again) {
                assertThat(recognition.get().utterances()).isEqualTo(heard.utterances());
            }
        }
    }

    @Test
    void readsAFileWhoseNameIsNotAscii(@TempDir Path folder) throws Exception {
        Path copy = Files.copy(STEREO, folder.resolve("Grüße 📞 (1).wav"));
        assertThat(recognize(copy, Recognizers.AGENT_FIRST).utterances()).isEqualTo(heard.utterances());
    }

    @Test
    void refusesWhatIsNoAudioAndGoesOn(@TempDir Path folder) throws Exception {
        Path letter = Files.writeString(folder.resolve("call.wav"), "Dear Sir or Madam,\n", StandardCharsets.UTF_8);
        assertThatExceptionOfType(RecordingFaultException.class)
                .isThrownBy(() -> recognize(letter, Recognizers.AGENT_FIRST))
                .withMessageStartingWith("calls/call.wav: ")
                .satisfies(fault -> assertThat(fault.reason()).isEqualTo(QuarantineReason.NOT_AUDIO));
        assertThat(recognizer.usage().processes()).isEqualTo(1);
    }

    @Test
    void hearsInThePlainLoopWhatItHearsInSpeechOnly() throws Exception {
        try (var plain =
                VoskRecognizer.startPlain(Recognizers.model(Recognizers.DEMO_MODEL), Recognizers.settings(1))) {
            Recognition whole = plain.recognize(new RecordingKey("whole"), STEREO, Recognizers.AGENT_FIRST);
            assertThat(whole.audio().speechMs()).isCloseTo(2 * whole.audio().durationMs(), within(2L));
            assertThat(said(whole, Speaker.CUSTOMER)).contains("swap the medium for a large");
            assertThat(word(whole, "arjun").startMs()).isBetween(23_400L, 23_700L);
        }
    }

    @Test
    void stopsAtAFolderThatIsNoModel(@TempDir Path folder) {
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(() -> VoskRecognizer.start(Recognizers.model(folder), Recognizers.settings(1)))
                .withMessageContaining(folder.getFileName().toString())
                .withMessageContaining("does not contain model files");
    }

    @Test
    void hearsTheSameEveryTimeFromAModelThatAsksForDither(@TempDir Path folder) throws Exception {
        Path model = ditheringModel(folder);
        try (var steady = VoskRecognizer.start(Recognizers.model(model), Recognizers.settings(2))) {
            Recognition again = steady.recognize(new RecordingKey("steady"), STEREO, Recognizers.AGENT_FIRST);
            assertThat(again.utterances()).isEqualTo(heard.utterances());
        }
    }

    private static Path ditheringModel(Path folder) throws IOException {
        Path model = folder.resolve("model");
        Path demo = Recognizers.DEMO_MODEL.toAbsolutePath().normalize();
        for (String part : List.of("am", "graph")) {
            Files.createDirectories(model);
            Files.createSymbolicLink(model.resolve(part), demo.resolve(part));
        }
        Files.createDirectory(model.resolve("conf"));
        Files.copy(demo.resolve("conf/model.conf"), model.resolve("conf/model.conf"));
        String features = Files.readString(demo.resolve("conf/mfcc.conf"), StandardCharsets.UTF_8);
        Files.writeString(
                model.resolve("conf/mfcc.conf"), features.replace("--dither=0.0", ""), StandardCharsets.UTF_8);
        return model;
    }

    @Test
    void peaksCoverTheWholeCallAndAreTheSameEachTime() throws Exception {
        assertThat(heard.peaks()).extracting(Waveform.Lane::speaker).containsExactly(Speaker.AGENT, Speaker.CUSTOMER);
        long steps = heard.audio().durationMs() / SegmentSink.PEAK_MS;
        assertThat(heard.peaks())
                .allSatisfy(lane -> assertThat((long) lane.values().length).isBetween(steps, steps + 1));
        Waveform waveform = new Waveform(1, "0123456789abcdef", "0".repeat(64), SegmentSink.PEAK_MS, heard.peaks());
        assertThat(WaveformJson.read(WaveformJson.write(waveform))).contains(waveform);
        assertThat(recognize(STEREO, Recognizers.AGENT_FIRST).peaks()).isEqualTo(heard.peaks());
    }

    /** Every model but one for a demonstration takes more than four times the heap, where JavaCPP would draw the line. */
    @Test
    void theHeapDoesNotBoundWhatTheModelTakes() throws Exception {
        var heap = DataSize.ofMegabytes(24);
        try (var small = VoskRecognizer.started(new VoskRecognizer(
                new ChildCommand(RecognizerMain.class.getName(), heap, 1),
                Recognizers.model(Recognizers.DEMO_MODEL),
                Recognizers.settings(1),
                Listening.SPEECH))) {
            for (int times = 0; times < 2; times++) {
                small.recognize(new RecordingKey("k"), STEREO, Recognizers.AGENT_FIRST);
            }
            assertThat(small.usage().processes()).isEqualTo(1);
            assertThat(small.usage().peakBytes()).isGreaterThan(4 * heap.toBytes());
        }
    }
}
