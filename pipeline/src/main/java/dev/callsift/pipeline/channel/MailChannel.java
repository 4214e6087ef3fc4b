package dev.callsift.pipeline.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathBuilderException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** E-mail, one per recipient, as plain text and HTML. An SMTP server that says 5xx has refused; all else is tried again. */
final class MailChannel implements Channel {

    private static final String TIMEOUT = Integer.toString(TIME_LIMIT_SECONDS * 1_000);

    private final ChannelSettings settings;
    private final Templates templates;
    private final AddressPolicy policy;

    MailChannel(ChannelSettings settings, Templates templates, AddressPolicy policy) {
        this.settings = settings;
        this.templates = templates;
        this.policy = policy;
    }

    @Override
    public List<String> recipients() {
        return settings.to();
    }

    @Override
    public Outcome send(Parcel parcel, String recipient) {
        JavaMailSenderImpl sender = sender();
        try {
            sender.send(message(sender, parcel, recipient));
            return new Outcome.Sent();
        } catch (MailAuthenticationException e) {
            return Outcome.Later.of(settings.server() + " does not take the user's name and password");
        } catch (MailException e) {
            return failed(e);
        } catch (MessagingException e) {
            return new Outcome.Refused(recipient + ": " + e.getMessage());
        }
    }

    @Override
    public String preview(Parcel parcel) {
        return "Subject: " + subject(parcel) + "\n\n" + templates.render(Templates.Part.TEXT, parcel);
    }

    private MimeMessage message(JavaMailSenderImpl sender, Parcel parcel, String recipient) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(Objects.requireNonNull(settings.from()));
        helper.setTo(recipient);
        helper.setSubject(subject(parcel));
        helper.setText(templates.render(Templates.Part.TEXT, parcel), templates.render(Templates.Part.HTML, parcel));
        // the same at every attempt, so that a mailbox that gets it twice can tell
        message.setHeader("Message-ID", "<" + parcel.id() + "@callsift>");
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private String subject(Parcel parcel) {
        return templates.render(Templates.Part.SUBJECT, parcel).replaceAll("\\s+", " ");
    }

    private Outcome failed(MailException failure) {
        Throwable cause = failure instanceof MailSendException send && send.getMessageExceptions().length > 0
                ? send.getMessageExceptions()[0]
                : failure;
        String problem = settings.server() + ": " + innermost(cause).getMessage();
        if (causes(cause).anyMatch(CertPathBuilderException.class::isInstance)) {
            return Outcome.Later.of(
                    problem
                            + "; Java does not trust the server's certificate: name a trust store that holds it with"
                            + " -Djavax.net.ssl.trustStore=FILE and -Djavax.net.ssl.trustStorePassword=... in CALLSIFT_JAVA_OPTIONS");
        }
        return causes(cause).anyMatch(MailChannel::isFinal) ? new Outcome.Refused(problem) : Outcome.Later.of(problem);
    }

    private static boolean isFinal(Throwable cause) {
        return switch (cause) {
            case SMTPAddressFailedException address -> address.getReturnCode() >= 500;
            case SMTPSendFailedException send -> send.getReturnCode() >= 500;
            default -> false;
        };
    }

    /** Mail's exceptions chain by two ways: their causes, and the next one of theirs. */
    private static Stream<Throwable> causes(Throwable first) {
        return Stream.<Throwable>iterate(first, Objects::nonNull, MailChannel::next)
                .limit(20);
    }

    private static Throwable innermost(Throwable first) {
        return causes(first).reduce(first, (outer, inner) -> inner);
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : failure.getCause();
    }

    private JavaMailSenderImpl sender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(settings.server());
        sender.setPort(settings.mailPort());
        sender.setUsername(settings.username());
        sender.setPassword(
                Optional.ofNullable(settings.password()).map(Secret::reveal).orElse(null));
        sender.setJavaMailProperties(properties());
        return sender;
    }

    private Properties properties() {
        boolean encrypted = settings.encryption() != MailEncryption.NONE;
        Properties properties = new Properties();
        properties.put("mail.smtp.socketFactory", new CheckedSockets(policy, encrypted));
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.auth", Boolean.toString(settings.username() != null));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.encryption() == MailEncryption.STARTTLS));
        properties.put(
                "mail.smtp.starttls.required", Boolean.toString(settings.encryption() == MailEncryption.STARTTLS));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.encryption() == MailEncryption.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.smtp." + wait, TIMEOUT);
        }
        return properties;
    }
}
