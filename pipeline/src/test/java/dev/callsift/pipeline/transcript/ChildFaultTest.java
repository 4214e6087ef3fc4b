package dev.callsift.pipeline.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.callsift.models.speech.SpeechModelException;
import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.recording.RecordingKey;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Children that die, hang and talk rubbish, for one recording among others. */
@Timeout(180)
class ChildFaultTest {

    private static final TranscriptSettings PATIENT = Recognizers.hurried(Duration.ofMinutes(2), 500);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    exits    | the recognizer ended with exit code 3
                    rubbish  | the recognizer printed what is no message, 'KALDI_ASSERT: at nnet3.cc:1'
                    endless  | the recognizer printed what is no message, a line of more than 1048576 bytes
                    stranger | the recognizer printed what is no message, an answer nobody asked for
                    """)
    void quarantinesTheGuiltyRecordingAndDoesAllOthers(String fault, String detail) throws Exception {
        try (var recognizer = Recognizers.fake("whole", PATIENT)) {
            Outcome outcome = allAtOnce(recognizer, List.of("slow", "slow", fault, "one", "two", "three"));
            assertThat(outcome.heard).containsExactlyInAnyOrder("slow", "slow", "one", "two", "three");
            assertThat(outcome.faults).singleElement().satisfies(guilty -> {
                assertThat(guilty.key().value()).isEqualTo(fault);
                assertThat(guilty.reason()).isEqualTo(QuarantineReason.RECOGNIZER_CRASH);
                assertThat(guilty.detail()).startsWith(detail);
            });
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
    void tellsTheSignalAndTheLastWordsOfAChildThatAborts() throws Exception {
        try (var recognizer = Recognizers.fake("whole", PATIENT)) {
            Outcome outcome = allAtOnce(recognizer, List.of("one", "aborts", "two"));
            assertThat(outcome.heard).containsExactlyInAnyOrder("one", "two");
            assertThat(outcome.faults).singleElement().satisfies(guilty -> assertThat(guilty)
                    .hasMessageStartingWith("aborts: the speech recognizer dies on it")
                    .hasMessageContaining("exit code 134 (SIGABRT), saying: ")
                    .hasMessageContaining("ASSERTION_FAILED (VoskAPI:Decode():lattice.cc:42)"));
        }
    }

    @Test
    void quarantinesARecordingThatHangsAndDoesAllOthers() throws Exception {
        try (var recognizer = Recognizers.fake("whole", Recognizers.hurried(Duration.ofSeconds(6), 500))) {
            Outcome outcome = allAtOnce(recognizer, List.of("one", "hangs", "two", "three"));
            assertThat(outcome.heard).containsExactlyInAnyOrder("one", "two", "three");
            assertThat(outcome.faults).singleElement().satisfies(guilty -> {
                assertThat(guilty.reason()).isEqualTo(QuarantineReason.RECOGNIZER_TIMEOUT);
                assertThat(guilty.detail()).isEqualTo("stopped after 6 s, 0 s into the recording");
            });
        }
    }

    @Test
    void blamesNobodyForACopyThatIsGone() throws Exception {
        try (var recognizer = Recognizers.fake("whole", PATIENT)) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() ->
                            recognizer.recognize(new RecordingKey("one"), Path.of("gone.wav"), Recognizers.AGENT_FIRST))
                    .withMessageContaining("one: its copy on this machine, gone.wav, cannot be read");
            assertThat(recognizer.usage().processes()).isEqualTo(1);
        }
    }

    @Test
    void keepsTheChildWhenARecordingIsRefused() throws Exception {
        try (var recognizer = Recognizers.fake("whole", PATIENT)) {
            assertThatExceptionOfType(RecordingFaultException.class)
                    .isThrownBy(() -> Recognizers.recognize(recognizer, "refused"))
                    .withMessageStartingWith("refused: the file is not audio")
                    .withMessageContaining("it is a letter");
            assertThat(Recognizers.recognize(recognizer, "one").utterances()).hasSize(1);
            assertThat(recognizer.usage().processes()).isEqualTo(1);
        }
    }

    @Test
    void quarantinesARecordingInWhichNoWordWasRecognized() throws Exception {
        try (var recognizer = Recognizers.fake("whole", PATIENT)) {
            assertThatExceptionOfType(RecordingFaultException.class)
                    .isThrownBy(() -> Recognizers.recognize(recognizer, "silent"))
                    .satisfies(fault -> assertThat(fault.reason()).isEqualTo(QuarantineReason.NO_SPEECH));
        }
    }

    @Test
    void triesAloneInAFreshChildOnceForEachInFlight() throws Exception {
        try (var recognizer = Recognizers.fake("whole", PATIENT)) {
            assertThatExceptionOfType(RecordingFaultException.class)
                    .isThrownBy(() -> Recognizers.recognize(recognizer, "exits"));
            assertThat(recognizer.usage().processes()).isEqualTo(2);
            assertThat(Recognizers.recognize(recognizer, "one").utterances()).hasSize(1);
            assertThat(recognizer.usage().processes()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    dies-at-start | ended with exit code 9, saying: cannot map the model
                    unusable      | no graph in it
                    """)
    void stopsWhenTheChildCannotUseTheModel(String model, String detail) {
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(() -> Recognizers.fake(model, PATIENT))
                .withMessageContaining(model + ": the speech recognizer cannot work with this model")
                .withMessageContaining(detail)
                .withMessageContaining("check that it is a whole Vosk model");
    }

    @Test
    void stopsWhenTheModelIsNotLoadedInTime() {
        var settings = new TranscriptSettings(
                "fake", 1, 10, Duration.ofSeconds(9), Duration.ofSeconds(2), 500, null, null, Duration.ofMillis(700));
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(() -> Recognizers.fake("mute", settings))
                .withMessageContaining("not loaded after 2 s");
    }

    @Test
    void replacesTheChildAfterSoManyRecordings() throws Exception {
        try (var recognizer = Recognizers.fake("whole", Recognizers.hurried(Duration.ofMinutes(2), 2))) {
            for (String key : List.of("a", "b", "c", "d", "e")) {
                Recognizers.recognize(recognizer, key);
            }
            assertThat(recognizer.usage().processes()).isEqualTo(3);
        }
    }

    @Test
    void goesOnAfterACallerWasInterrupted() throws Exception {
        try (var recognizer = Recognizers.fake("whole", PATIENT);
                ExecutorService callers = Executors.newFixedThreadPool(1)) {
            var begun = new CompletableFuture<Thread>();
            Future<Recognition> stopped = callers.submit(() -> {
                begun.complete(Thread.currentThread());
                return Recognizers.recognize(recognizer, "ignored");
            });
            begun.get().interrupt();
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(stopped::get)
                    .withCauseInstanceOf(InterruptedException.class);
            assertThat(Recognizers.recognize(recognizer, "one").utterances()).hasSize(1);
            assertThat(recognizer.usage().processes()).isEqualTo(1);
        }
    }

    private static final class Outcome {
        private final List<String> heard = new ArrayList<>();
        private final List<RecordingFaultException> faults = new ArrayList<>();
    }

    private static Outcome allAtOnce(VoskRecognizer recognizer, List<String> keys) throws Exception {
        var outcome = new Outcome();
        try (ExecutorService callers = Executors.newFixedThreadPool(keys.size())) {
            List<Callable<Recognition>> calls = keys.stream()
                    .map(key -> (Callable<Recognition>) () -> Recognizers.recognize(recognizer, key))
                    .toList();
            for (Future<Recognition> done : callers.invokeAll(calls, 150, TimeUnit.SECONDS)) {
                try {
                    outcome.heard.add(done.get().utterances().getFirst().text());
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(RecordingFaultException.class);
                    outcome.faults.add((RecordingFaultException) e.getCause());
                }
            }
        }
        return outcome;
    }
}
