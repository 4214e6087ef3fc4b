package dev.callsift.pipeline.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SMS, WhatsApp and Slack against a real HTTP server. */
final class TwilioMessagesTest {

    private static final Instant AT = Instant.parse("2026-11-16T09:30:00Z");
    private static final Notice NOTICE =
            new Notice("5a0c", "item.created", "item-7", 1, "{\"title\":\"Größe & <Farbe>\",\"text\":\"42 min\"}", AT);

    private final HttpReceiver receiver = new HttpReceiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    private Channel channel(Map<String, String> settings) {
        return new Channels(
                        new ChannelsSettings(Map.of("it", Bound.channel(settings))),
                        OutgoingSettings.allowing("127.0.0.0/8"),
                        InstantSource.fixed(AT))
                .find("it")
                .orElseThrow()
                .channel();
    }

    private Channel text(String type, String from) {
        return channel(Map.of(
                "type",
                type,
                "api",
                receiver.address(""),
                "account",
                "AC123",
                "token",
                "t0ken",
                "from",
                from,
                "to",
                "+447700900123"));
    }

    private String form() {
        return URLDecoder.decode(new String(receiver.got.getFirst().body(), UTF_8), UTF_8);
    }

    @Test
    void sendsAnSmsAsTheApiWantsIt() {
        receiver.answers(HttpReceiver.status(201));
        assertThat(text("sms", "+447700900999").send(Parcel.of(NOTICE), "+447700900123"))
                .isEqualTo(new Outcome.Sent());
        assertThat(receiver.got.getFirst().path()).isEqualTo("/2010-04-01/Accounts/AC123/Messages.json");
        assertThat(receiver.got.getFirst().header("Authorization"))
                .isEqualTo("Basic " + Base64.getEncoder().encodeToString("AC123:t0ken".getBytes(UTF_8)));
        assertThat(form()).isEqualTo("To=+447700900123&Body=Größe & <Farbe>\n42 min&From=+447700900999");
    }

    @Test
    void sendsToWhatsAppAndThroughAMessagingService() {
        text("whatsapp", "MG42").send(Parcel.of(NOTICE), "+447700900123");
        assertThat(form()).startsWith("To=whatsapp:+447700900123&").endsWith("&MessagingServiceSid=MG42");
    }

    @Test
    void givesUpOnWhatTheProviderWillNeverTake() {
        receiver.answers(HttpReceiver.text(400, "{\"code\":21211,\"message\":\"Invalid 'To' Phone Number\"}"));
        assertThat(text("sms", "+447700900999").send(Parcel.of(NOTICE), "+447700900123"))
                .isEqualTo(new Outcome.Refused("127.0.0.1 refuses it: Invalid 'To' Phone Number (21211)"));
    }

    @Test
    void triesAgainWhenTheProviderIsBusyOrAway() {
        for (int status : new int[] {401, 429, 500, 503}) {
            receiver.answers(HttpReceiver.status(status));
            assertThat(text("sms", "+447700900999").send(Parcel.of(NOTICE), "+447700900123"))
                    .isInstanceOf(Outcome.Later.class);
        }
    }

    @Test
    void sendsSlackATextInItsOwnMarkup() {
        channel(Map.of("type", "slack", "url", receiver.address("/services/T0/B0/secret")))
                .send(Parcel.of(NOTICE), "slack");
        assertThat(new String(receiver.got.getFirst().body(), UTF_8))
                .isEqualTo("{\"text\":\"Größe &amp; &lt;Farbe&gt;\\n42 min\"}");
    }
}
