package dev.callsift.pipeline.transcript;

/** How much of a recording is recognized. */
enum Listening {
    /** Only where somebody speaks, one recognizer per stretch of speech. */
    SPEECH,
    /** Every sample of every channel, one recognizer per channel on one thread: the plain loop to compare with. */
    EVERYTHING
}
