package dev.callsift.cli;

/** The exit codes of every command; {@code callsift COMMAND --help} lists them. */
final class ExitCode {

    /** Done; recordings may have been held back, which the report says. */
    static final int OK = 0;
    /** Something failed; the message says what and what to do. What was done stays done. */
    static final int FAILED = 1;
    /** The command line was not understood. */
    static final int USAGE = 2;
    /** The configuration or a model is wrong; nothing was touched. */
    static final int CONFIGURATION = 3;
    /** Another run is working on the same store; nothing was touched. */
    static final int BUSY = 4;
    /** The run ended before everything was done; run it again. */
    static final int INCOMPLETE = 5;

    /** Ctrl-C, as shells have it. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
