package dev.callsift.pipeline.channel;

/** How the way to a mail server is protected. */
public enum MailEncryption {
    /** Plain at first, then encrypted; refused when the server cannot. */
    STARTTLS,
    /** Encrypted from the beginning. */
    TLS,
    /** Not at all; for a server on the same machine or in an allowed network. */
    NONE
}
