package dev.callsift.cli;

/** Whether a person watches. */
final class Terminal {

    private Terminal() {}

    /**
     * From JDK 22 on there is a console without a terminal too, unless it is told to use the old one. To be called before
     * anything asks for the console.
     */
    static void useOnlyRealConsole() {
        System.setProperty("jdk.console", "java.base");
    }

    /** Standard input and output are a terminal: bars are drawn there, and plain lines go anywhere else. */
    @SuppressWarnings("SystemConsoleNull") // see useOnlyRealConsole
    static boolean isInteractive() {
        return System.console() != null && System.getenv("CI") == null;
    }
}
