package dev.callsift.search;

/** How sure a match is. */
enum Certainty {
    /** It was recognized. */
    SURE,
    /** It may have been said: it sounds alike, the recognizer doubted it, or nobody knows who said it. */
    POSSIBLE
}
