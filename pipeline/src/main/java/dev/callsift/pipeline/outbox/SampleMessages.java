package dev.callsift.pipeline.outbox;

import dev.callsift.pipeline.channel.Notice;
import dev.callsift.pipeline.channel.Parcel;
import java.time.Instant;
import java.util.List;

/** Invented messages for previews of templates. */
public final class SampleMessages {

    /** Topics for which previews exist. */
    public static final List<String> TOPICS = List.of("item.created", "item.changed", "search.alert");

    private static final String ITEM = """
            {"title":"Change of size, order 48213","text":"medium to large, parcel leaves in 42 minutes","type":"modify.size",\
            "order":"48213","from":"medium","to":"large","state":"new","team":"dispatch","minutesLeft":42,\
            "url":"http://127.0.0.1:8080/items/example"}""";

    private static final String ALERT = """
            {"title":"3 new calls: courier kept it","text":"3 new calls for the saved search 'courier kept it'",\
            "search":"courier kept it","calls":3,"url":"http://127.0.0.1:8080/saved"}""";

    private static final Instant AT = Instant.parse("2026-11-16T09:30:00Z");

    private SampleMessages() {}

    /** @param digest two notices together instead of one */
    public static Parcel parcel(String topic, boolean digest) {
        return digest
                ? new Parcel("00000000-0000-0000-0000-000000000000", List.of(notice(topic, 1), notice(topic, 2)))
                : Parcel.of(notice(topic, 1));
    }

    private static Notice notice(String topic, int number) {
        return new Notice(
                "00000000-0000-0000-0000-00000000000" + number,
                topic,
                "example-" + number,
                number,
                topic.startsWith("search") ? ALERT : ITEM,
                AT);
    }
}
