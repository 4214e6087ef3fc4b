package dev.callsift.pipeline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E-mail through a real SMTP server. */
final class MailChannelTest {

    private static final Instant AT = Instant.parse("2026-11-16T09:30:00Z");
    static final Notice NOTICE = new Notice(
            "5a0c",
            "item.created",
            "item-7",
            1,
            "{\"title\":\"Größe ändern\\r\\nBcc: x@example.com\",\"order\":\"48213\",\"note\":\"<b>large</b>\"}",
            AT);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static ChannelSettings settings(int port, MailEncryption encryption) {
        return Bound.channel(Map.of(
                "type", "email",
                "server", "127.0.0.1",
                "port", Integer.toString(port),
                "encryption", encryption.name(),
                "from", "callsift@shop.example",
                "to", "dispatch@shop.example,late@shop.example"));
    }

    static Channel channel(int port, MailEncryption encryption, String... allowed) {
        Channels channels = new Channels(
                new ChannelsSettings(Map.of("mail", settings(port, encryption))),
                OutgoingSettings.allowing(allowed),
                InstantSource.fixed(AT));
        return channels.find("mail").orElseThrow().channel();
    }

    private static List<String> texts(Object content) throws Exception {
        if (!(content instanceof MimeMultipart parts)) {
            return content instanceof String text ? List.of(text) : List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++) {
            texts.addAll(texts(parts.getBodyPart(i).getContent()));
        }
        return texts;
    }

    private int port() {
        return server.getSmtp().getPort();
    }

    @Test
    void sendsTextAndHtmlToOneRecipientAtATime() throws Exception {
        Channel channel = channel(port(), MailEncryption.NONE, "127.0.0.0/8");
        assertThat(channel.recipients()).containsExactly("dispatch@shop.example", "late@shop.example");
        assertThat(channel.send(Parcel.of(NOTICE), "dispatch@shop.example")).isEqualTo(new Outcome.Sent());

        MimeMessage[] got = server.getReceivedMessages();
        assertThat(got).hasSize(1);
        assertThat(List.of(got[0].getAllRecipients())).hasToString("[dispatch@shop.example]");
        assertThat(got[0].getSubject()).isEqualTo("Größe ändern Bcc: x@example.com");
        assertThat(got[0].getHeader("Bcc")).isNull();
        assertThat(got[0].getMessageID()).isEqualTo("<5a0c@callsift>");
        assertThat(texts(got[0].getContent()))
                .satisfiesExactly(plain -> assertThat(plain).contains("Note: <b>large</b>"), html -> assertThat(html)
                        .contains("<html", "&lt;b&gt;large&lt;/b&gt;"));
    }

    @Test
    void putsSeveralNoticesIntoOneDigest() throws Exception {
        Notice other = new Notice("5a0d", "item.changed", "item-8", 1, "{\"title\":\"Second\"}", AT);
        Channel channel = channel(port(), MailEncryption.NONE, "127.0.0.0/8");
        channel.send(new Parcel("digest-1", List.of(NOTICE, other)), "dispatch@shop.example");
        MimeMessage got = server.getReceivedMessages()[0];
        assertThat(got.getSubject()).startsWith("2 messages of callsift");
        assertThat(texts(got.getContent())).hasSize(2).allMatch(text -> text.contains("Second"));
    }

    @Test
    void triesAgainWhenTheServerIsAway() {
        int port = port();
        server.stop();
        assertThat(channel(port, MailEncryption.NONE, "127.0.0.0/8").send(Parcel.of(NOTICE), "dispatch@shop.example"))
                .isInstanceOf(Outcome.Later.class);
    }

    @Test
    void refusesToSendInTheClearWhereEncryptionIsAsked() {
        assertThat(channel(port(), MailEncryption.STARTTLS, "127.0.0.0/8")
                        .send(Parcel.of(NOTICE), "dispatch@shop.example"))
                .isInstanceOfSatisfying(Outcome.Later.class, later -> assertThat(later.problem())
                        .containsIgnoringCase("starttls"));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void connectsToNoAddressThatIsNotAllowed() {
        for (MailEncryption encryption : MailEncryption.values()) {
            assertThat(channel(port(), encryption).send(Parcel.of(NOTICE), "dispatch@shop.example"))
                    .as(encryption.name())
                    .isInstanceOfSatisfying(Outcome.Later.class, later -> assertThat(later.problem())
                            .contains("allowed-networks"));
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }
}
