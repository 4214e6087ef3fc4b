package dev.callsift.pipeline.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WebhookVerifierTest {

    private static final Instant NOW = Instant.parse("2026-11-16T09:30:00Z");
    private static final Secret SECRET = Secret.valueOf("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final byte[] BODY = "{\"state\":\"done\"}".getBytes(UTF_8);

    private final WebhookVerifier verifier =
            new WebhookVerifier(new InboundSettings(List.of(SECRET), Duration.ofMinutes(5)), InstantSource.fixed(NOW));

    private Optional<String> problem(long at, byte[] body, String id) {
        String signature = WebhookSignature.sign(List.of(SECRET), "m-1", at, BODY);
        return verifier.problem(id, Long.toString(at), signature, body);
    }

    @Test
    void believesWhatIsSignedAndRecent() {
        assertThat(problem(NOW.getEpochSecond(), BODY, "m-1")).isEmpty();
        assertThat(problem(NOW.getEpochSecond() - 300, BODY, "m-1")).isEmpty();
        assertThat(problem(NOW.getEpochSecond() + 300, BODY, "m-1")).isEmpty();
    }

    @Test
    void refusesWhatIsTooOldOrFromTheFuture() {
        assertThat(problem(NOW.getEpochSecond() - 301, BODY, "m-1")).isPresent();
        assertThat(problem(NOW.getEpochSecond() + 301, BODY, "m-1")).isPresent();
    }

    @Test
    void refusesAnotherBodyIdOrTime() {
        assertThat(problem(NOW.getEpochSecond(), "{\"state\":\"new\"}".getBytes(UTF_8), "m-1"))
                .isPresent();
        assertThat(problem(NOW.getEpochSecond(), BODY, "m-2")).isPresent();
        String signature = WebhookSignature.sign(List.of(SECRET), "m-1", NOW.getEpochSecond(), BODY);
        assertThat(verifier.problem("m-1", Long.toString(NOW.getEpochSecond() + 1), signature, BODY))
                .isPresent();
    }

    @Test
    void refusesWhatIsNotSignedAtAll() {
        String now = Long.toString(NOW.getEpochSecond());
        assertThat(verifier.problem(null, now, "v1,AAAA", BODY)).isPresent();
        assertThat(verifier.problem("m-1", null, "v1,AAAA", BODY)).isPresent();
        assertThat(verifier.problem("m-1", now, null, BODY)).isPresent();
        assertThat(verifier.problem("m-1", "now", "v1,AAAA", BODY)).isPresent();
        assertThat(verifier.problem("m-1", now, "v1,*** v2,AAAA  ", BODY)).isPresent();
    }

    @Test
    void believesNobodyWithoutASecret() {
        WebhookVerifier open =
                new WebhookVerifier(new InboundSettings(List.of(), Duration.ofMinutes(5)), InstantSource.fixed(NOW));
        assertThat(open.problem("m-1", Long.toString(NOW.getEpochSecond()), "v1,", BODY))
                .isPresent();
    }
}
