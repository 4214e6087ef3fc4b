package dev.callsift.models.speech;

/** Where a model of the catalogue is now. */
public enum Availability {
    /** Part of callsift; nothing to fetch. */
    BUNDLED,
    /** In the cache of this machine. */
    CACHED,
    /** On the model list; {@code fetch} brings it. */
    DOWNLOADABLE
}
