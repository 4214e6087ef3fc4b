package dev.callsift.search.saved;

/** A search that cannot be kept as it is. The message says why and what to do. Fate: told to whoever wants to keep it. */
public final class SavedSearchRefusedException extends RuntimeException {

    private final String reason;

    SavedSearchRefusedException(String message) {
        super(message);
        this.reason = message;
    }

    public String reason() {
        return reason;
    }
}
