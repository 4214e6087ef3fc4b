package dev.callsift.pipeline.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.util.unit.DataSize;

/** No child outlives whoever started it. */
@Timeout(120)
class ChildLifeTest {

    /** Starts a real child and waits to be killed. */
    static final class Parent {
        public static void main(String[] arguments) throws Exception {
            var child = child();
            System.out.println(child.process().pid());
            Thread.sleep(Duration.ofMinutes(5));
        }
    }

    private static RecognizerChild child() throws InterruptedException {
        var child = new RecognizerChild(new ChildCommand(RecognizerMain.class.getName(), DataSize.ofMegabytes(64), 1));
        String model = Recognizers.DEMO_MODEL.toAbsolutePath().toString();
        child.open(
                new Message.Open(Message.PROTOCOL, model, 8_000, 1, Listening.SPEECH),
                new Deadline(Duration.ofMinutes(1), 0));
        return child;
    }

    @Test
    void theChildEndsWhenItIsClosed() throws Exception {
        RecognizerChild child = child();
        ProcessHandle process = child.process();
        child.close();
        process.onExit().get(60, TimeUnit.SECONDS);
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
    void theChildSurvivesTheTerminalsInterrupt() throws Exception {
        try (RecognizerChild child = child()) {
            long pid = child.process().pid();
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
            new ProcessBuilder("kill", "-TERM", Long.toString(pid)).start().waitFor();
            var recording = child.ask(id -> new Message.Recognize(
                    id, "k", Recognizers.NO_AUDIO.toAbsolutePath().toString(), 0, 1, false));
            assertThat(child.await(recording, new Deadline(Duration.ofMinutes(1), 0)))
                    .isInstanceOf(Message.Refused.class);
        }
    }

    @Test
    void theChildEndsWhenItsParentIsKilled() throws Exception {
        Process parent = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
            assertThat(child.isAlive()).isTrue();
            parent.destroyForcibly();
            child.onExit().get(60, TimeUnit.SECONDS);
            assertThat(child.isAlive()).isFalse();
        } finally {
            parent.destroyForcibly();
        }
    }
}
