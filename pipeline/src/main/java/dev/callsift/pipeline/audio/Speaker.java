package dev.callsift.pipeline.audio;

/** Who is heard. In a recording whose speakers share one channel it is {@link #UNKNOWN}, and is said to be. */
public enum Speaker {
    AGENT,
    CUSTOMER,
    UNKNOWN
}
