package dev.callsift.pipeline.metadata;

/** Who called whom, seen from the company. */
public enum Direction {
    INBOUND,
    OUTBOUND,
    INTERNAL,
    UNKNOWN
}
