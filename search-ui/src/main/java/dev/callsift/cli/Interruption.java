package dev.callsift.cli;

/** What Ctrl-C does to a run. */
final class Interruption implements AutoCloseable {

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    /** Until it is closed, or for ever. */
    static Interruption sayOnExit() {
        Thread hook = new Thread(Interruption::interrupt, "interrupt-run");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    /**
     * Ctrl-C ends a run as a kill does, which a run is made to bear: waiting for recordings at hand would take as long as they
     * are, and the database closes itself meanwhile.
     */
    private static void interrupt() {
        System.err.println();
        System.err.println("interrupted; nothing is lost, run again to go on");
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending already, and the hook is what ends it
        }
    }
}
