package dev.callsift.pipeline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The receiver that the documentation shows, run as it says, against our own webhooks. */
final class ReceiverExampleTest {

    private static final String RIGHT = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String WRONG = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Test
    void takesWhatIsSignedOnceAndRefusesTheRest() throws Exception {
        ProcessBuilder command = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        Path.of("..", "docs", "examples", "Receiver.java").toString(),
                        "0")
                .redirectErrorStream(true);
        command.environment().put("CALLSIFT_WEBHOOK_SECRET", RIGHT);
        Process receiver = command.start();
        try (BufferedReader said = receiver.inputReader()) {
            String url = String.valueOf(said.readLine()).replace("listening at ", "");
            assertThat(url).startsWith("http://127.0.0.1:");

            assertThat(send(url, "m-0", InstantSource.system(), WRONG).toString())
                    .contains("answers 401");
            InstantSource longAgo = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
            assertThat(send(url, "m-0", longAgo, RIGHT).toString()).contains("answers 400");
            assertThat(send(url, "m-1", InstantSource.system(), WRONG, RIGHT)).isEqualTo(new Outcome.Sent());
            assertThat(send(url, "m-1", InstantSource.system(), RIGHT)).isEqualTo(new Outcome.Sent());
            assertThat(send(url, "m-2", InstantSource.system(), RIGHT)).isEqualTo(new Outcome.Sent());
            assertThat(said.readLine()).startsWith("m-1 {\"type\":\"item.created\"");
            assertThat(said.readLine()).startsWith("m-2 ");
        } finally {
            receiver.destroy();
        }
    }

    private static Outcome send(String url, String id, InstantSource clock, String... secrets) {
        List<Secret> signing = List.of(secrets).stream().map(Secret::valueOf).toList();
        HttpSender sender = new HttpSender(new AddressPolicy(List.of("127.0.0.0/8")), clock);
        try (WebhookChannel channel = new WebhookChannel(Secret.valueOf(url), signing, sender, clock)) {
            return channel.send(
                    Parcel.of(new Notice(id, "item.created", "item-7", 1, "{\"order\":\"48213\"}", Instant.EPOCH)),
                    "it");
        }
    }
}
