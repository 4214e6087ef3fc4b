package dev.callsift.pipeline.operations;

import dev.callsift.pipeline.outbox.Outbox;
import dev.callsift.pipeline.outbox.OutboxMessage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Tells channels of items that are new or changed, in the transaction that changes them. */
final class ItemMessages {

    private static final JsonMapper JSON = new JsonMapper();

    private final Outbox outbox;
    private final List<String> channels;

    /** @param channels names of configured channels; none for silence */
    ItemMessages(Outbox outbox, List<String> channels) {
        this.outbox = outbox;
        this.channels = List.copyOf(channels);
    }

    void created(WorkItem item, Instant at) {
        add("item.created", item, at);
    }

    void changed(WorkItem item, Instant at) {
        add("item.changed", item, at);
    }

    private void add(String topic, WorkItem item, Instant at) {
        if (!channels.isEmpty()) {
            String payload = JSON.writeValueAsString(payload(item));
            channels.forEach(
                    channel -> outbox.add(new OutboxMessage(topic, Long.toString(item.id()), channel, payload, at)));
        }
    }

    /** The fields that templates and receivers read; docs/integrations.md lists them. */
    private static Map<String, Object> payload(WorkItem item) {
        Map<String, Object> payload = new TreeMap<>();
        payload.put("id", item.id());
        payload.put("version", item.version());
        payload.put("type", item.type());
        payload.put("state", item.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        payload.put("title", title(item));
        payload.put("text", item.words());
        payload.put("callId", item.callId());
        payload.put("startMs", item.startMs());
        payload.put("confidence", item.confidence());
        payload.put("answer", item.answer());
        payload.put("path", "/queue/" + item.id());
        put(payload, "from", item.from());
        put(payload, "to", item.to());
        put(payload, "order", item.order() == null ? item.orderSpoken() : item.order());
        put(payload, "owner", item.owner());
        put(
                payload,
                "dispatchCutoff",
                item.dispatchCutoff() == null ? null : item.dispatchCutoff().toString());
        return payload;
    }

    private static void put(Map<String, Object> payload, String name, @Nullable String value) {
        if (value != null) {
            payload.put(name, value);
        }
    }

    private static String title(WorkItem item) {
        String what = item.type().substring(item.type().indexOf('.') + 1).replace('-', ' ');
        String to = item.to() == null ? "" : " to " + item.to();
        String order = item.order() == null ? "" : ", order " + item.order();
        return (item.type().startsWith("cancel") ? "Cancellation asked for" : "Change of " + what + to) + order;
    }
}
