package dev.callsift.pipeline.audio;

/** How the speakers lie in a recording, as it was heard, which need not be what its header says. */
public enum ChannelLayout {
    /** One channel: agent and customer mixed, the speaker of a word is unknown. */
    MONO,
    /** Two channels that carry the same sound; treated as one. */
    IDENTICAL,
    /** One speaker per channel. */
    SPLIT
}
