package dev.callsift.pipeline.channel;

import java.util.List;

/** A way out. Thread-safe; sending blocks for at most {@link #TIME_LIMIT_SECONDS} and throws nothing for what the other side does. */
public interface Channel extends AutoCloseable {

    /** The longest a single sending may take; leases are longer. */
    int TIME_LIMIT_SECONDS = 15;

    /** Who is to get it, as may be shown to people; each is sent to, counted and retried alone. */
    List<String> recipients();

    Outcome send(Parcel parcel, String recipient);

    /** What would be sent, for people: a dry run's record and the preview. */
    String preview(Parcel parcel);

    @Override
    default void close() {}
}
