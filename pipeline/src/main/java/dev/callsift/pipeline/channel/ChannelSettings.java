package dev.callsift.pipeline.channel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One channel. Which settings it needs depends on its type.
 *
 * @param type webhook, email, sms, whatsapp, slack or file
 * @param url of a webhook or of Slack's; a secret, as Slack's is one
 * @param secrets that sign a webhook's requests; two while one replaces the other
 * @param to mail addresses, or telephone numbers such as {@code +447700900123}
 * @param from the sender's mail address, number, or messaging service
 * @param server the mail server's name
 * @param port the mail server's; by its encryption when not set
 * @param username at the mail server
 * @param password at the mail server
 * @param encryption of the way to the mail server
 * @param account at the provider of SMS and WhatsApp
 * @param token the account's
 * @param api the provider's address
 * @param folder for files
 * @param columns of a file: names of data fields; all data in one column when empty
 * @param dryRun whether everything is recorded and nothing sent
 * @param quiet hours in which nothing is sent, such as {@code 21:00-08:00}
 * @param zone of quiet hours, of times in texts and of a file's day
 * @param rateLimit how many sendings each recipient gets per period; 0 for any number
 * @param ratePeriod the period
 * @param digestFrom from how many waiting messages on they leave as one; 0 for never; by default 5 for channels that people read
 */
public record ChannelSettings(
        @Nullable ChannelType type,
        @Nullable Secret url,
        @DefaultValue List<Secret> secrets,
        @DefaultValue List<String> to,
        @Nullable String from,
        @Nullable String server,
        @Nullable Integer port,
        @Nullable String username,
        @Nullable Secret password,
        @DefaultValue("starttls") MailEncryption encryption,
        @Nullable String account,
        @Nullable Secret token,
        @DefaultValue("https://api.twilio.com") String api,
        @Nullable Path folder,
        @DefaultValue List<String> columns,
        @DefaultValue("false") boolean dryRun,
        @Nullable String quiet,
        @DefaultValue("UTC") String zone,
        @DefaultValue("0") int rateLimit,
        @DefaultValue("1h") Duration ratePeriod,
        @Nullable Integer digestFrom) {

    private static final int USUAL_DIGEST = 5;

    public ChannelSettings {
        secrets = List.copyOf(secrets);
        to = List.copyOf(to);
        columns = List.copyOf(columns);
    }

    /** From how many waiting messages on they leave as one; 0 for never. */
    int digest() {
        if (digestFrom != null) {
            return digestFrom;
        }
        return type != null && type.forPeople() ? USUAL_DIGEST : 0;
    }

    int mailPort() {
        if (port != null) {
            return port;
        }
        return switch (encryption) {
            case STARTTLS -> 587;
            case TLS -> 465;
            case NONE -> 25;
        };
    }
}
