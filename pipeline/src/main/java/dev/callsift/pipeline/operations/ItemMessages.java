package dev.callsift.pipeline.operations;

import dev.callsift.pipeline.outbox.Outbox;
import dev.callsift.pipeline.outbox.OutboxMessage;
import dev.callsift.pipeline.routing.Routing;
import dev.callsift.pipeline.routing.Team;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Tells channels of items that are new or changed, in the transaction that changes them. */
final class ItemMessages {

    private static final JsonMapper JSON = new JsonMapper();

    private final Outbox outbox;
    private final List<String> channels;
    private final Routing routing;
    private final boolean silent;

    /** @param channels names of configured channels that are told of every item; teams may have their own */
    ItemMessages(Outbox outbox, List<String> channels, Routing routing) {
        this.outbox = outbox;
        this.channels = List.copyOf(channels);
        this.routing = routing;
        this.silent = channels.isEmpty() && routing.teams().stream().allMatch(team -> team.channel() == null);
    }

    /** @param item asked for only where somebody is told */
    void created(Supplier<WorkItem> item, Instant at) {
        add("item.created", item, null, at);
    }

    /** @param former name of the team that it was for until now, which is told as well; null when it is for the same as before */
    void changed(Supplier<WorkItem> item, @Nullable String former, Instant at) {
        add("item.changed", item, former, at);
    }

    private void add(String topic, Supplier<WorkItem> told, @Nullable String former, Instant at) {
        if (silent) {
            return;
        }
        WorkItem item = told.get();
        String payload = JSON.writeValueAsString(payload(item));
        Stream.concat(
                        channels.stream(),
                        Stream.of(channel(item.team()), channel(former)).flatMap(Optional::stream))
                .distinct()
                .forEach(channel ->
                        outbox.add(new OutboxMessage(topic, Long.toString(item.id()), channel, payload, at)));
    }

    private Optional<String> channel(@Nullable String team) {
        return routing.team(team).map(Team::channel);
    }

    /** The fields that templates and receivers read; docs/integrations.md lists them. */
    private Map<String, Object> payload(WorkItem item) {
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
        put(payload, "team", item.team() == null ? null : routing.title(item.team()));
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
