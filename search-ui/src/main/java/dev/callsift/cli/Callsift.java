package dev.callsift.cli;

/** The entry point of callsift.jar. */
public final class Callsift {

    private Callsift() {}

    public static void main(String[] arguments) {
        System.exit(0);
    }
}
