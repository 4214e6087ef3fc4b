package dev.callsift.pipeline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E-mail over TLS, by a process of its own: whom Java trusts is settled once for each. */
final class MailOverTlsTest {

    private static final String PASSWORD = "changeit";
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    @TempDir
    static Path folder;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));

    /** Once: the server keeps the keys that it had first. */
    @BeforeAll
    static void makeKeys() throws Exception {
        keytool("-genkeypair -alias mail -keyalg EC -dname CN=127.0.0.1 -ext san=ip:127.0.0.1", "keys.p12");
        keytool("-exportcert -alias mail -file " + folder.resolve("mail.cer"), "keys.p12");
        keytool("-importcert -noprompt -alias mail -file " + folder.resolve("mail.cer"), "trusted.p12");
        System.setProperty(
                "greenmail.tls.keystore.file", folder.resolve("keys.p12").toString());
        System.setProperty("greenmail.tls.keystore.password", PASSWORD);
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @AfterAll
    static void forgetKeys() {
        System.clearProperty("greenmail.tls.keystore.file");
        System.clearProperty("greenmail.tls.keystore.password");
    }

    @Test
    void sendsWhereTheCertificateIsTrusted() throws Exception {
        String outcome = send(
                "-Djavax.net.ssl.trustStore=" + folder.resolve("trusted.p12"),
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
        assertThat(outcome).isEqualTo(new Outcome.Sent().toString());
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void saysWhatToDoWhereItIsNot() throws Exception {
        assertThat(send()).startsWith("Later").contains("127.0.0.1", "does not trust", "javax.net.ssl.trustStore");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private String send(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA.resolve("java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                MailingChild.class.getName(),
                Integer.toString(server.getSmtps().getPort())));
        return run(command);
    }

    private static void keytool(String what, String store) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA.resolve("keytool").toString()));
        command.addAll(List.of(what.split(" ")));
        command.addAll(List.of("-keystore", folder.resolve(store).toString(), "-storepass", PASSWORD));
        run(command);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(command.toString()).isZero();
        return printed.strip();
    }
}
