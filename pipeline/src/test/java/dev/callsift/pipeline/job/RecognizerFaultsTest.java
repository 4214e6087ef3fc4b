package dev.callsift.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.ledger.RecordingState;
import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.transcript.MisbehavingRecognizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

final class RecognizerFaultsTest {

    @TempDir
    private Path folder;

    @Configuration(proxyBeanMethods = false)
    static class Misbehaving {

        @Bean
        @Primary
        RecognizerStart misbehavingRecognizers() {
            return MisbehavingRecognizer::start;
        }
    }

    @Test
    void holdsBackWhatKillsTheRecognizerAndDoesAllOthers() throws IOException {
        Recordings recordings = new Recordings(folder.resolve("recordings"));
        List<String> good = List.of("a-first.wav", "b-second.wav", "m-middle.wav", "y-late.wav", "z-last.wav");
        for (String key : List.of("aborts.wav", "exits.wav", "hangs.wav", "rubbish.wav")) {
            recordings.with(key, key.getBytes(StandardCharsets.UTF_8));
        }
        for (String key : good) {
            recordings.with(key, key.getBytes(StandardCharsets.UTF_8));
        }
        try (Callsift callsift = Callsift.open(
                List.of(Misbehaving.class),
                folder.resolve("home"),
                recordings.folder().toString())) {
            RunReport report = callsift.run();

            assertThat(report.outcome()).isEqualTo(RunOutcome.COMPLETED);
            assertThat(report.quarantined()).extracting(RunReport.HeldBack::key).hasSize(4);
            for (String key : List.of("aborts.wav", "exits.wav", "rubbish.wav")) {
                assertThat(callsift.reason(key)).as(key).isEqualTo(QuarantineReason.RECOGNIZER_CRASH);
            }
            assertThat(callsift.reason("hangs.wav")).isEqualTo(QuarantineReason.RECOGNIZER_TIMEOUT);
            assertThat(good).allSatisfy(key -> assertThat(callsift.state(key)).isEqualTo(RecordingState.INDEXED));
            assertThat(callsift.indexed()).hasSize(good.size());
            assertThat(folder.resolve("home").resolve("scratch")).isEmptyDirectory();
        }
    }
}
