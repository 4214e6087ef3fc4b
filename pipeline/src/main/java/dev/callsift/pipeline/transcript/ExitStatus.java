package dev.callsift.pipeline.transcript;

import java.util.Map;

/** Says for people how a process ended. */
final class ExitStatus {

    private static final int SIGNALLED = 128;
    private static final Map<Integer, String> SIGNALS = Map.of(
            4, "SIGILL: the processor lacks an instruction",
            6, "SIGABRT",
            7, "SIGBUS",
            8, "SIGFPE",
            9, "SIGKILL: stopped from outside, perhaps for want of memory",
            11, "SIGSEGV",
            15, "SIGTERM: stopped from outside");

    private ExitStatus() {}

    static String describe(int exitCode) {
        String signal = SIGNALS.get(exitCode - SIGNALLED);
        return "ended with exit code " + exitCode + (signal == null ? "" : " (" + signal + ")");
    }
}
