package dev.callsift.pipeline.outbox;

/** What has become of a message. */
public enum MessageState {
    /** To be delivered, or to be tried again. */
    PENDING,
    /** Every recipient has it. */
    DELIVERED,
    /** Kept and not sent, as nothing was to be sent when its turn came. */
    RECORDED,
    /** Given up after too many failures, or refused; later messages of its subject wait until a person decides. */
    DEAD,
    /** A person decided that it is not to be delivered. */
    DISCARDED;

    /** Whether later messages of the same subject may leave. */
    boolean lets() {
        return this != PENDING && this != DEAD;
    }
}
