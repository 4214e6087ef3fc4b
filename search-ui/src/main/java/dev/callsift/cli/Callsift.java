package dev.callsift.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The entry point of callsift.jar: reads the command line, runs a command, and ends with its exit code. */
@Command(
        name = "callsift",
        description = "Speech analytics for the call recordings of e-commerce teams, on your own machine.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            ServeCommand.class,
            StatusCommand.class,
            RetryCommand.class,
            ReviewCommand.class,
            ReindexCommand.class,
            RetagCommand.class,
            ItemsCommand.class,
            RoutingCommand.class,
            OrdersCommand.class,
            OutboxCommand.class,
            ModelsCommand.class,
            TagCommand.class,
            EvaluateCommand.class,
            BenchCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  callsift demo                          see it work on bundled recordings",
            "  callsift run --source /srv/recordings  everything new in a folder",
            "  callsift run --config callsift.yaml    as configured, for example from MinIO",
            "  callsift serve                         search and listen on http://127.0.0.1:8080",
            "  callsift status                        what is done, what is held back and why"
        })
public final class Callsift {

    private Callsift() {}

    public static void main(String[] arguments) {
        // the H2 file that processes of this machine share is served to this machine alone
        System.setProperty("h2.bindAddress", "127.0.0.1");
        Terminal.useOnlyRealConsole();
        System.exit(run(arguments));
    }

    /** @return the exit code, see {@link ExitCode} */
    static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Callsift())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(new Failures());
    }
}
