package dev.callsift.pipeline.job;

import java.nio.file.Path;
import java.util.Locale;

/** A process of its own that runs the job and prints a line whenever it gets on, until it ends or is killed. */
final class RunChild {

    private RunChild() {}

    public static void main(String[] arguments) {
        try (Callsift callsift = Callsift.open(Path.of(arguments[0]), arguments[1], "callsift.transcript.threads=1")) {
            System.out.println("open");
            callsift.run(new RunProgress() {
                @Override
                public void started(Stage stage, long total) {
                    say("begins", stage);
                }

                @Override
                public void advanced(Stage stage, long by) {
                    say("gets on", stage);
                }

                @Override
                public void ended(Stage stage) {
                    say("ends", stage);
                }
            });
        }
    }

    private static void say(String what, Stage stage) {
        System.out.println(stage.name().toLowerCase(Locale.ROOT) + " " + what);
    }
}
