package dev.callsift.pipeline.operations;

/** Somebody else has changed the item meanwhile. Fate: show what it is now, and let the person decide again. */
public final class StaleItemException extends RuntimeException {

    private final transient WorkItem now;

    StaleItemException(WorkItem now) {
        super("item " + now.id() + " was changed meanwhile: it is "
                + now.state().title() + (now.owner() == null ? "" : ", by " + now.owner()) + "; look at it again");
        this.now = now;
    }

    public WorkItem now() {
        return now;
    }
}
