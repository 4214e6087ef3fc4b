package dev.callsift.pipeline.channel;

import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** An incoming webhook of Slack or of what takes the same: a JSON object with a text. Its address is its secret. */
final class SlackChannel implements Channel {

    private static final MediaType JSON = MediaType.get("application/json");

    private final HttpUrl url;
    private final HttpSender sender;
    private final Templates templates;

    SlackChannel(Secret url, HttpSender sender, Templates templates) {
        this.url = HttpUrl.get(url.reveal());
        this.sender = sender;
        this.templates = templates;
    }

    @Override
    public List<String> recipients() {
        return List.of(url.host());
    }

    @Override
    public Outcome send(Parcel parcel, String recipient) {
        return sender.outcome(new Request.Builder()
                .url(url)
                .post(RequestBody.create(Payloads.JSON.writeValueAsBytes(Map.of("text", preview(parcel))), JSON))
                .build());
    }

    /** Slack reads three characters as its own markup; only they need an escape. */
    @Override
    public String preview(Parcel parcel) {
        return templates
                .render(Templates.Part.SHORT, parcel)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    @Override
    public void close() {
        sender.close();
    }
}
