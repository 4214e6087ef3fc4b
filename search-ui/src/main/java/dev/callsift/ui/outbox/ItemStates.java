package dev.callsift.ui.outbox;

import org.jspecify.annotations.Nullable;

/** What an order system may do to a work item. */
public interface ItemStates {

    /** What became of it. */
    sealed interface Moved {

        /** The item is in that state now. */
        record Done(String state) implements Moved {}

        /** There is no such item. */
        record Unknown() implements Moved {}

        /** Somebody else changed it meanwhile; the request names a version that is no longer the last. */
        record Outdated(String reason) implements Moved {}

        /** Items do not go from their state to that one, or there is no such state. */
        record Refused(String reason) implements Moved {}
    }

    /**
     * Moves an item, in the caller's transaction.
     *
     * @param state as in the item's JSON, such as {@code done}
     * @param who told so
     * @param expectedVersion the version the caller knows; any when null
     */
    Moved move(String id, String state, String who, String note, @Nullable Long expectedVersion);
}
