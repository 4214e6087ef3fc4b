package dev.callsift.pipeline.tagging;

/** A stored document of tags cannot be read. Nothing is lost: the call can be tagged again from its transcript. */
public final class UnreadableTagsException extends RuntimeException {

    public UnreadableTagsException(String message, Throwable cause) {
        super(message, cause);
    }
}
