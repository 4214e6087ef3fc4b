package dev.callsift.pipeline.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks against a real server. */
final class WebhookChannelTest {

    private static final Instant NOW = Instant.parse("2026-11-16T09:30:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final Secret OLD = secret(1);
    private static final Secret NEW = secret(2);
    private static final Notice NOTICE =
            new Notice("msg-1", "item.created", "item-7", 3, "{\"order\":\"48213\",\"note\":\"größer\"}", NOW);

    private final HttpReceiver receiver = new HttpReceiver();

    private static Secret secret(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return Secret.valueOf("whsec_" + Base64.getEncoder().encodeToString(key));
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private Outcome send(String url, List<String> allowed, Duration limit, Secret... secrets) {
        HttpSender sender = new HttpSender(new AddressPolicy(allowed), CLOCK, limit);
        try (WebhookChannel channel = new WebhookChannel(Secret.valueOf(url), List.of(secrets), sender, CLOCK)) {
            return channel.send(Parcel.of(NOTICE), channel.recipients().getFirst());
        }
    }

    private Outcome send() {
        return send(receiver.address("/hooks"), List.of("127.0.0.0/8"), Duration.ofSeconds(5), NEW, OLD);
    }

    private Outcome.Later later() {
        return (Outcome.Later) send();
    }

    @Test
    void signsAsTheSpecificationSaysWithEachActiveSecret() {
        assertThat(send()).isEqualTo(new Outcome.Sent());
        HttpReceiver.Got got = receiver.got.getFirst();
        assertThat(got.header("webhook-id")).isEqualTo("msg-1");
        assertThat(got.header("webhook-timestamp")).isEqualTo(Long.toString(NOW.getEpochSecond()));
        for (Secret secret : List.of(OLD, NEW)) {
            WebhookVerifier receiving =
                    new WebhookVerifier(new InboundSettings(List.of(secret), Duration.ofMinutes(5)), CLOCK);
            assertThat(receiving.problem(
                            got.header("webhook-id"),
                            got.header("webhook-timestamp"),
                            got.header("webhook-signature"),
                            got.body()))
                    .isEmpty();
        }
        assertThat(new String(got.body(), UTF_8))
                .isEqualTo("{\"type\":\"item.created\",\"timestamp\":\"2026-11-16T09:30:00Z\",\"subject\":\"item-7\","
                        + "\"sequence\":3,\"data\":{\"order\":\"48213\",\"note\":\"größer\"}}");
    }

    /** The example of the specification's own libraries. */
    @Test
    void signsTheSpecificationsExampleLikeItsLibraries() {
        assertThat(WebhookSignature.sign(
                        List.of(Secret.valueOf("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1_614_265_330,
                        "{\"test\": 2432232314}".getBytes(UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void takesAnyStatusFrom200To299ForSuccess(int status) {
        receiver.answers(HttpReceiver.status(status));
        assertThat(send()).isEqualTo(new Outcome.Sent());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 408, 500, 502, 503})
    void triesAgainAfterAnyOtherStatus(int status) {
        receiver.answers(HttpReceiver.status(status));
        assertThat(later().problem()).isEqualTo("127.0.0.1 answers " + status);
    }

    @Test
    void givesUpWhereNobodyWantsTheMessagesAnyMore() {
        receiver.answers(HttpReceiver.status(410));
        assertThat(send()).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void waitsAsLongAsItIsAskedInSecondsOrUntilADate() {
        receiver.answers(HttpReceiver.status(429, "Retry-After", "90"));
        assertThat(later().after()).isEqualTo(Optional.of(Duration.ofSeconds(90)));
        receiver.answers(HttpReceiver.status(503, "Retry-After", "Mon, 16 Nov 2026 09:40:00 GMT"));
        assertThat(later().after()).isEqualTo(Optional.of(Duration.ofMinutes(10)));
        receiver.answers(HttpReceiver.status(429, "Retry-After", "999999999"));
        assertThat(later().after()).isEqualTo(Optional.of(Duration.ofDays(1)));
        receiver.answers(HttpReceiver.status(429, "Retry-After", "soon"));
        assertThat(later().after()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirect(int status) {
        receiver.answers(HttpReceiver.status(status, "Location", receiver.address("/elsewhere")));
        assertThat(later().problem()).contains("redirect");
        assertThat(receiver.got).extracting(HttpReceiver.Got::path).containsExactly("/hooks");
    }

    @Test
    void givesUpWaitingWhenTheTimeLimitIsOver() {
        receiver.answers(connection -> Thread.sleep(5_000));
        Outcome outcome = send(receiver.address("/"), List.of("127.0.0.1"), Duration.ofMillis(300), NEW);
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Later.class, late -> assertThat(late.problem())
                .contains("did not answer within"));
    }

    @Test
    void triesAgainWhenTheOtherSideClosesEarly() {
        receiver.answers(connection -> connection.getOutputStream().write("HTTP/1.1 200 O".getBytes(UTF_8)));
        assertThat(later().problem()).contains("cannot be reached");
        receiver.answers(connection -> {});
        assertThat(later().problem()).contains("cannot be reached");
    }

    @Test
    void takesNoHalfAnswerForSuccess() {
        receiver.answers(connection ->
                connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf".getBytes(UTF_8)));
        assertThat(later().problem()).contains("cannot be reached");
    }

    /** The last three are the loopback address in other spellings, which the system's resolver takes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "[::1]",
                "169.254.169.254",
                "10.0.0.5",
                "192.168.1.1",
                "[fd00::1]",
                "[fe80::1]",
                "[::ffff:127.0.0.1]",
                "0.0.0.0",
                "100.64.0.1",
                "2130706433",
                "127.1",
                "0x7f000001"
            })
    void refusesAddressesThatAreNotPublic(String host) {
        Outcome outcome = send("https://" + host + ":9/", List.of(), Duration.ofSeconds(2), NEW);
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Later.class, refused -> assertThat(
                        refused.problem().toLowerCase(Locale.ROOT))
                .containsAnyOf("not a public address", "unknownhost"));
        assertThat(receiver.got).isEmpty();
    }

    @Test
    void sendsUnencryptedOnlyIntoAllowedNetworks() {
        AddressPolicy policy = new AddressPolicy(List.of());
        assertThat(new AddressPolicy(List.of("10.0.0.0/8")))
                .satisfies(inside -> inside.check("a", List.of(InetAddress.getByName("10.1.2.3")), false));
        assertThatThrownBy(() -> policy.check("a", List.of(InetAddress.getByName("8.8.8.8")), false))
                .hasMessageContaining("use https");
        assertThatCode(() -> policy.check("a", List.of(InetAddress.getByName("8.8.8.8")), true))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesANameOneOfWhoseAddressesIsNotPublic() {
        AddressPolicy policy = new AddressPolicy(List.of());
        assertThatThrownBy(() -> policy.check(
                        "mixed.example",
                        List.of(InetAddress.getByName("8.8.8.8"), InetAddress.getByName("169.254.169.254")),
                        true))
                .hasMessageContaining("mixed.example is at 169.254.169.254");
    }
}
