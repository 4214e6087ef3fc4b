package dev.callsift.pipeline.channel;

/** The kinds of channels there are. */
public enum ChannelType {
    WEBHOOK,
    EMAIL,
    SMS,
    WHATSAPP,
    SLACK,
    FILE;

    /** Whether people read it, who can be flooded; programs get every message by itself. */
    boolean forPeople() {
        return this != WEBHOOK && this != FILE;
    }
}
