package dev.callsift.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.index.IndexContents;
import dev.callsift.pipeline.ledger.RecordingState;
import dev.callsift.pipeline.recording.QuarantineReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One run over a folder that has everything in it that a folder should not have. */
final class BadInputTest {

    private static final String GOOD = "good/first.wav";
    private static final String GOOD_AGAIN = "z-good/last.wav";
    private static final String SPACES = "odd/two  words .wav";
    private static final String EMOJI = "odd/😀 ünï.wav";
    private static final String NEWLINE = "odd/line\nbreak.wav";
    private static final List<String> ODD_BUT_FINE = List.of(
            GOOD, GOOD_AGAIN, SPACES, EMOJI, NEWLINE, "half.mp3", "lying-header.wav", "rate-96000.wav", "bits-24.wav");
    private static final int RATE = 8_000;

    @TempDir
    private static Path folder;

    private static Callsift callsift;
    private static RunReport report;

    @BeforeAll
    static void runOnce() throws IOException {
        Recordings recordings = new Recordings(folder.resolve("recordings"));
        fineOnes(recordings);
        noRecordings(recordings);
        noSpeech(recordings);
        callsift = Callsift.open(
                folder.resolve("home"), recordings.folder().toString(), "callsift.recording.max-size=1500KB");
        report = callsift.run();
    }

    @AfterAll
    static void close() {
        callsift.close();
    }

    private static void fineOnes(Recordings recordings) throws IOException {
        byte[] kettle = Recordings.demo(Recordings.KETTLE);
        byte[] mp3 = Recordings.demo(Recordings.MP3);
        recordings
                .withCut(GOOD, Recordings.CALL_BACK, 5, 6)
                .withCut(GOOD_AGAIN, Recordings.CALL_BACK, 11, 6)
                .withCut(SPACES, Recordings.CALL_BACK, 15, 6)
                .withCut(EMOJI, Recordings.CALL_BACK, 18, 6)
                .withCut(NEWLINE, Recordings.CALL_BACK, 20, 6)
                .withCut("bits-24.wav", Recordings.CANCEL, 4, 6)
                .with("half.mp3", Arrays.copyOf(mp3, mp3.length / 3))
                .with("lying-header.wav", Recordings.lying(Recordings.cut(kettle, 5, 8)))
                .with("rate-96000.wav", Recordings.converted(Recordings.cut(kettle, 0, 6), 12, 1));
    }

    private static void noRecordings(Recordings recordings) throws IOException {
        byte[] kettle = Recordings.demo(Recordings.KETTLE);
        recordings
                .with("empty.wav", new byte[0])
                .with("text.wav", "Dear customer, your call is attached.\n".getBytes(StandardCharsets.UTF_8))
                .with("start.mp3", Arrays.copyOf(Recordings.demo(Recordings.MP3), 150))
                .with("one-sample.wav", Recordings.wav(RATE, 1, 1, i -> 9_000))
                .with("channels-8.wav", Recordings.converted(Recordings.cut(kettle, 5, 6), 1, 8))
                .with("too-large.wav", new byte[1_600_000])
                .withCut("twin-1.wav", Recordings.KETTLE, 15, 6)
                .withCut("twin-2.wav", Recordings.KETTLE, 15, 6);
    }

    private static void noSpeech(Recordings recordings) throws IOException {
        Random random = new Random(7);
        recordings
                .with("silence.wav", Recordings.wav(RATE, 1, 5 * RATE, i -> 0))
                .with("noise.wav", Recordings.wav(RATE, 1, 5 * RATE, i -> (int) (1_500 * random.nextGaussian())))
                .with("tones.wav", Recordings.wav(RATE, 1, 5 * RATE, i -> i / RATE % 2 == 0 ? ringing(i) : 0));
    }

    private static int ringing(int i) {
        return (int) (6_000 * (Math.sin(2 * Math.PI * 440 * i / RATE) + Math.sin(2 * Math.PI * 480 * i / RATE)));
    }

    @Test
    void goesOnToTheEnd() {
        assertThat(report.outcome()).isEqualTo(RunOutcome.COMPLETED);
        assertThat(report.problem()).isNull();
        assertThat(report.ledger())
                .containsEntry(RecordingState.INDEXED, ODD_BUT_FINE.size() + 1L)
                .containsEntry(RecordingState.QUARANTINED, 10L)
                .containsEntry(RecordingState.DISCOVERED, 0L);
    }

    @ParameterizedTest
    @CsvSource({
        "empty.wav, EMPTY, 0 bytes",
        "text.wav, NOT_AUDIO, bytes of text",
        "one-sample.wav, TOO_SHORT, ms",
        "channels-8.wav, TOO_MANY_CHANNELS, 8 channels",
        "too-large.wav, TOO_LARGE, 1600000 bytes",
        "silence.wav, NO_SPEECH, ''",
        "noise.wav, NO_SPEECH, ''",
        "tones.wav, NO_SPEECH, ''",
    })
    void holdsBackWhatCannotBeDoneAndSaysWhy(String key, QuarantineReason reason, String detail) {
        assertThat(callsift.reason(key)).isEqualTo(reason);
        assertThat(callsift.quarantine(key).detail()).contains(detail);
        assertThat(callsift.quarantine(key).explanation()).endsWith(reason.advice());
        assertThat(report.quarantined())
                .filteredOn(held -> held.key().equals(key))
                .singleElement()
                .satisfies(held -> assertThat(held.reason()).isEqualTo(reason))
                .satisfies(held -> assertThat(held.advice()).isEqualTo(reason.advice()));
    }

    @Test
    void holdsBackAnMp3OfWhichThereIsOnlyTheStart() {
        assertThat(callsift.reason("start.mp3")).isIn(QuarantineReason.BROKEN, QuarantineReason.TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                GOOD,
                GOOD_AGAIN,
                SPACES,
                EMOJI,
                NEWLINE,
                "half.mp3",
                "lying-header.wav",
                "rate-96000.wav",
                "bits-24.wav"
            })
    void doesWhatCanBeDone(String key) {
        assertThat(callsift.state(key)).isEqualTo(RecordingState.INDEXED);
        assertThat(callsift.said(key).split(" ", -1)).as(callsift.said(key)).hasSizeGreaterThan(3);
        assertThat(callsift.indexed())
                .extracting(IndexContents.Call::facts)
                .filteredOn(facts -> facts.key().equals(key))
                .singleElement()
                .satisfies(facts -> assertThat(facts.durationMs()).isBetween(5_900L, 16_000L));
    }

    @Test
    void hearsTheWordsThoughTheNeighboursAreBad() {
        assertThat(callsift.said(GOOD)).contains("support team");
        assertThat(callsift.said("bits-24.wav")).contains("question");
    }

    /** Either may be first: they are fetched by different threads. */
    @Test
    void doesOneOfTwoWithTheSameContentAndNamesItAtTheOther() {
        boolean first = callsift.state("twin-1.wav") == RecordingState.INDEXED;
        String done = first ? "twin-1.wav" : "twin-2.wav";
        String other = first ? "twin-2.wav" : "twin-1.wav";

        assertThat(callsift.state(done)).isEqualTo(RecordingState.INDEXED);
        assertThat(callsift.reason(other)).isEqualTo(QuarantineReason.DUPLICATE);
        assertThat(callsift.quarantine(other).detail()).isEqualTo("the same as " + done);
    }

    @Test
    void showsEveryKeyOnOneLine() {
        assertThat(RunReportText.of(report).lines())
                .allSatisfy(line -> assertThat(line).matches("Run .*|  (  |\\S).*"));
        assertThat(report.slowest()).extracting(RunReport.Slow::key).allSatisfy(key -> assertThat(key)
                .doesNotContain("\n"));
    }

    @Test
    void leavesNothingInTheScratchFolder() {
        assertThat(folder.resolve("home").resolve("scratch")).isEmptyDirectory();
    }
}
