package dev.callsift.pipeline.channel;

import dev.callsift.pipeline.recording.SettingProblem;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for what is wrong with one channel's settings, as far as it can be told without asking anyone. */
final class ChannelCheck {

    private static final String NUMBER = "\\+[1-9][0-9]{6,14}";

    private final String name;
    private final ChannelSettings settings;
    private final List<SettingProblem> problems = new ArrayList<>();

    ChannelCheck(String name, ChannelSettings settings) {
        this.name = name;
        this.settings = settings;
    }

    List<SettingProblem> problems() {
        check(name.matches("[a-z0-9][a-z0-9-]{0,63}"), "", name, "named with small letters, digits and dashes");
        if (settings.type() == null) {
            check(false, ".type", null, "one of webhook, email, sms, whatsapp, slack, file");
        } else {
            of(settings.type());
        }
        times();
        return List.copyOf(problems);
    }

    private void of(ChannelType type) {
        switch (type) {
            case WEBHOOK -> webhook();
            case SLACK -> address();
            case EMAIL -> mail();
            case SMS, WHATSAPP -> text();
            case FILE -> check(settings.folder() != null, ".folder", null, "a folder to write files to");
        }
        check(
                settings.digest() == 0 || type.forPeople(),
                ".digest-from",
                settings.digestFrom(),
                "0 or not set for a channel that programs read");
    }

    private void webhook() {
        address();
        int count = settings.secrets().size();
        check(
                count == 1 || count == 2,
                ".secrets",
                count + " secrets",
                "one secret, or two while one replaces the other");
        for (int i = 0; i < count; i++) {
            Secret secret = settings.secrets().get(i);
            check(WebhookSignature.isUsable(secret), ".secrets[" + i + "]", secret, WebhookSignature.SECRET_FORM);
        }
    }

    private void address() {
        if (secret(".url", settings.url())) {
            check(
                    settings.url() != null
                            && HttpSender.isAddress(settings.url().reveal()),
                    ".url",
                    settings.url(),
                    "an address such as https://oms.example.com/hooks/callsift, without user and password");
        }
    }

    private void mail() {
        check(settings.server() != null, ".server", null, "the mail server's name");
        int port = settings.mailPort();
        check(port > 0 && port < 65_536, ".port", port, "a number from 1 to 65535");
        check(settings.from() != null && isMailAddress(settings.from()), ".from", settings.from(), "a mail address");
        check(!settings.to().isEmpty(), ".to", null, "one mail address or more");
        for (String to : settings.to()) {
            check(isMailAddress(to), ".to", to, "mail addresses");
        }
        if (settings.username() != null) {
            secret(".password", settings.password());
        }
    }

    private void text() {
        check(settings.account() != null, ".account", null, "the account's id, such as AC…");
        secret(".token", settings.token());
        check(
                settings.from() != null && !settings.from().isBlank(),
                ".from",
                settings.from(),
                "a number such as +447700900123 or a messaging service's id, MG…");
        check(!settings.to().isEmpty(), ".to", null, "one number or more");
        for (String to : settings.to()) {
            check(to.matches(NUMBER), ".to", to, "numbers such as +447700900123");
        }
        check(
                HttpSender.isAddress(settings.api()),
                ".api",
                settings.api(),
                "an address such as https://api.twilio.com");
    }

    private void times() {
        ZoneId zone = zone();
        check(zone != null, ".zone", settings.zone(), "a time zone such as UTC or Europe/Berlin");
        if (settings.quiet() != null && zone != null) {
            boolean right = QuietHours.parse(settings.quiet(), zone).isPresent();
            check(right, ".quiet", settings.quiet(), QuietHours.ALLOWED);
        }
        check(settings.rateLimit() >= 0, ".rate-limit", settings.rateLimit(), "a number of 0 or more");
        check(
                !settings.ratePeriod().isNegative() && !settings.ratePeriod().isZero(),
                ".rate-period",
                settings.ratePeriod(),
                "a time above 0, such as 1h");
        int digest = settings.digest();
        check(digest == 0 || digest >= 2, ".digest-from", settings.digestFrom(), "0, or a number of 2 or more");
    }

    private @Nullable ZoneId zone() {
        try {
            return ZoneId.of(settings.zone());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private boolean secret(String key, @Nullable Secret secret) {
        Optional<String> problem = secret == null ? Optional.of("it is not set") : secret.problem();
        problem.ifPresent(what ->
                check(false, key, secret, "set, from the environment as ${NAME} or as file: with a path; " + what));
        return problem.isEmpty();
    }

    private static boolean isMailAddress(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.validate();
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    private void check(boolean right, String key, @Nullable Object value, String allowed) {
        if (!right) {
            problems.add(new SettingProblem("callsift.channels." + name + key, value, allowed));
        }
    }
}
