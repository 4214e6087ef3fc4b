package dev.callsift.search.saved;

/** Where alerts go besides the pages: the way to an outbox. */
@FunctionalInterface
public interface AlertMessages {

    /** Nobody listens. */
    AlertMessages NONE = message -> {};

    /** Is called inside the transaction that keeps the alert, once for each. */
    void add(AlertMessage message);
}
