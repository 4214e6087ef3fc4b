package dev.callsift.pipeline.channel;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Signed requests as the Standard Webhooks specification has them. */
final class WebhookChannel implements Channel {

    private static final MediaType JSON = MediaType.get("application/json");

    private final HttpUrl url;
    private final List<Secret> secrets;
    private final HttpSender sender;
    private final InstantSource clock;

    WebhookChannel(Secret url, List<Secret> secrets, HttpSender sender, InstantSource clock) {
        this.url = HttpUrl.get(url.reveal());
        this.secrets = List.copyOf(secrets);
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public List<String> recipients() {
        return List.of(url.host());
    }

    @Override
    public Outcome send(Parcel parcel, String recipient) {
        byte[] body = Payloads.envelope(parcel.first());
        long timestamp = clock.instant().getEpochSecond();
        return sender.outcome(new Request.Builder()
                .url(url)
                .header("User-Agent", "callsift")
                .header("webhook-id", parcel.id())
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", WebhookSignature.sign(secrets, parcel.id(), timestamp, body))
                .post(RequestBody.create(body, JSON))
                .build());
    }

    @Override
    public String preview(Parcel parcel) {
        return parcel.notices().stream()
                .map(notice -> new String(Payloads.envelope(notice), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        sender.close();
    }
}
