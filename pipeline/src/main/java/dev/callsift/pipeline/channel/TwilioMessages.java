package dev.callsift.pipeline.channel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Twilio's Messages API. The API knows no idempotency keys: an answer that is lost makes a message go out twice, as at least once
 * demands.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">the API</a>
 */
final class TwilioMessages implements TextProvider {

    private static final String WHATSAPP = "whatsapp:";
    /** A messaging service stands where a number would. */
    private static final String SERVICE = "MG";

    private final HttpUrl url;
    private final String account;
    private final Secret token;
    private final String from;
    private final String prefix;
    private final HttpSender sender;

    TwilioMessages(String api, String account, Secret token, String from, ChannelType type, HttpSender sender) {
        this.url = HttpUrl.get(api)
                .newBuilder()
                .addPathSegments("2010-04-01/Accounts")
                .addPathSegment(account)
                .addPathSegment("Messages.json")
                .build();
        this.account = account;
        this.token = token;
        this.from = from;
        this.prefix = type == ChannelType.WHATSAPP ? WHATSAPP : "";
        this.sender = sender;
    }

    @Override
    public Outcome send(String text, String to) {
        FormBody.Builder form = new FormBody.Builder(StandardCharsets.UTF_8)
                .add("To", prefix + to)
                .add("Body", text);
        boolean service = from.startsWith(SERVICE);
        form.add(service ? "MessagingServiceSid" : "From", service ? from : prefix + from);
        try {
            return outcome(sender.send(new Request.Builder()
                    .url(url)
                    .header("Authorization", Credentials.basic(account, token.reveal(), StandardCharsets.UTF_8))
                    .post(form.build())
                    .build()));
        } catch (IOException e) {
            return Outcome.Later.of(HttpSender.problem(url.host(), e));
        }
    }

    /** What is wrong with the message itself (400) stays wrong; anything else may pass. */
    private Outcome outcome(HttpSender.Answer answer) {
        String told = told(answer.body());
        if (answer.status() == 400) {
            return new Outcome.Refused(url.host() + " refuses it: " + (told == null ? "answers 400" : told));
        }
        Outcome outcome = answer.outcome(url.host());
        return told != null && outcome instanceof Outcome.Later later
                ? new Outcome.Later(later.problem() + ": " + told, later.after())
                : outcome;
    }

    private static @Nullable String told(String body) {
        try {
            Map<?, ?> problem = Payloads.JSON.readValue(body, Map.class);
            return problem.get("message") == null ? null : problem.get("message") + " (" + problem.get("code") + ")";
        } catch (JacksonException e) {
            return null;
        }
    }

    @Override
    public void close() {
        sender.close();
    }
}
