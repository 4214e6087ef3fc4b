package dev.callsift.pipeline.operations;

import java.util.EnumSet;
import java.util.Set;

/** What has become of an item. */
public enum ItemState {
    /** Nobody has looked at it. */
    NEW("new"),
    /** Somebody takes care of it. */
    ACKNOWLEDGED("acknowledged"),
    /** What the caller wanted was done. */
    DONE("done"),
    /** It will not be done. */
    REFUSED("refused"),
    /** It came when nothing could be changed any more. */
    TOO_LATE("too late"),
    /** The caller did not ask for it. */
    NOT_A_REQUEST("not a request"),
    /** The call no longer shows it, since it was tagged again before anybody looked. */
    WITHDRAWN("withdrawn");

    private static final Set<ItemState> OPEN = EnumSet.of(NEW, ACKNOWLEDGED);

    private final String title;

    ItemState(String title) {
        this.title = title;
    }

    /** In words, for people. */
    public String title() {
        return title;
    }

    /** Whether it waits for somebody. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** Those that wait for somebody. */
    public static Set<ItemState> open() {
        return EnumSet.copyOf(OPEN);
    }

    /** Whether a person may move an item there: back to new, and withdrawn, are the machine's words. */
    boolean isOfPeople() {
        return this != NEW && this != WITHDRAWN;
    }
}
