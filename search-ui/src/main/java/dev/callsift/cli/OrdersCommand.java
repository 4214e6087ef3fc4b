package dev.callsift.cli;

import dev.callsift.pipeline.job.LedgerApplication;
import dev.callsift.pipeline.job.OperationsConfiguration;
import dev.callsift.pipeline.operations.OrderUpdates;
import dev.callsift.pipeline.orders.Order;
import dev.callsift.pipeline.orders.OrderImport;
import dev.callsift.pipeline.orders.OrderSettings;
import dev.callsift.pipeline.recording.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callsift orders}: the orders that calls are about. */
@Command(
        name = "orders",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "import",
        description = "The orders that calls are about.",
        footer = {"", "Example:", "  callsift orders import orders.csv"},
        subcommands = OrdersCommand.Import.class)
final class OrdersCommand {

    /** {@code callsift orders import}. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = {
                "Reads orders from CSV with a heading (comma, semicolon or tab) or from JSON Lines (.jsonl). An order that is known is",
                "replaced. Rows that cannot be read are named with their lines; the others are kept. Usual headings are",
                "understood; --mapping, or callsift.orders.columns in the configuration, names others (docs/operations.md).",
                "Open items of the queue whose order was not known are linked when one of these is theirs."
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                " 0:every row was read",
                " 1:some rows were not; the others are kept",
                " 2:the command line or the file as a whole was not understood",
                " 3:the configuration is wrong"
            },
            footer = {
                "",
                "Examples:",
                "  callsift orders import orders.csv",
                "  callsift orders import --dry-run export.jsonl",
                "  callsift orders import auftraege.csv --mapping auftraege.properties",
                "  callsift orders import auftraege.csv --set callsift.orders.columns.number=Auftrag"
            })
    static final class Import implements Callable<Integer> {

        @Mixin
        private ConfigurationOptions configuration = new ConfigurationOptions();

        @Parameters(paramLabel = "FILE", description = "Orders as CSV or JSON Lines, in UTF-8.")
        private @Nullable Path file;

        @Option(
                names = "--mapping",
                paramLabel = "FILE",
                description = "Properties that name the heading of each field, such as number=Auftrag.")
        private @Nullable Path mapping;

        @Option(names = "--dry-run", description = "Reads and reports, and keeps nothing.")
        private boolean dryRun;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            try (ConfigurableApplicationContext context = configuration.start(
                    WebApplicationType.NONE, Map.of(), LedgerApplication.class, OperationsConfiguration.class)) {
                OrderUpdates updates = context.getBean(OrderUpdates.class);
                Consumer<Order> keep = dryRun ? order -> {} : updates::put;
                OrderImport.Report report = OrderImport.read(Objects.requireNonNull(file), settings(context), keep);
                return print(report, dryRun ? 0 : updates.linkAgain());
            } catch (IllegalArgumentException e) {
                throw new CommandFailedException(ExitCode.USAGE, String.valueOf(e.getMessage()));
            }
        }

        private OrderSettings settings(ConfigurableApplicationContext context) {
            OrderSettings configured = context.getBean(OrderSettings.class);
            if (mapping == null) {
                return configured;
            }
            OrderSettings mapped = configured.withColumns(columns(mapping));
            SettingsException.throwIfAny(mapped.problems());
            return mapped;
        }

        private static Map<String, String> columns(Path file) {
            Properties columns = new Properties();
            try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                columns.load(text);
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        file + ": cannot be read as properties such as number=Auftrag (" + e.getMessage() + ")", e);
            }
            return columns.stringPropertyNames().stream()
                    .collect(Collectors.toMap(field -> field, columns::getProperty));
        }

        private int print(OrderImport.Report report, int linked) {
            PrintWriter errors = Output.errors(spec);
            report.problems().forEach(problem -> errors.println(file + ":" + problem.line() + ": " + problem.why()));
            errors.flush();
            Output.of(spec)
                    .println(report.kept() + (report.kept() == 1 ? " order " : " orders ")
                            + (dryRun ? "can be read" : "kept") + ", "
                            + report.problems().size() + " rows left out"
                            + (linked == 0 ? "" : ", " + linked + " items of the queue linked"));
            return report.problems().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        }
    }
}
