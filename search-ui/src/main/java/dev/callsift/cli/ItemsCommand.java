package dev.callsift.cli;

import dev.callsift.pipeline.job.LedgerApplication;
import dev.callsift.pipeline.job.OperationsConfiguration;
import dev.callsift.pipeline.operations.OperationsReport;
import dev.callsift.pipeline.operations.OperationsReports;
import dev.callsift.pipeline.orders.OrderSettings;
import dev.callsift.ui.operations.ReportCsv;
import dev.callsift.ui.operations.ReportPeriod;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code callsift items}: what callers want done. */
@Command(
        name = "items",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "report",
        description = "What callers want done.",
        footer = {"", "Example:", "  callsift items report --week 2026-W46"},
        subcommands = ItemsCommand.Report.class)
final class ItemsCommand {

    /** {@code callsift items report}. */
    @Command(
            name = "report",
            mixinStandardHelpOptions = true,
            description = {
                "Tells what became of the requests of calls that ended in a week, or between two days: asked, seen, done in time,",
                "too late, by type and team, and how long it took from the call's end. This week when nothing is said."
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {" 0:told", " 2:the command line was not understood", " 3:the configuration is wrong"},
            footer = {
                "",
                "Examples:",
                "  callsift items report --week 2026-W46",
                "  callsift items report --from 2026-11-01 --to 2026-11-30 --csv"
            })
    static final class Report implements Callable<Integer> {

        private static final String LINE = "%-28s %6s %6s %6s %6s %8s %6s %9s %8s %8s %8s %8s%n";

        @Mixin
        private ConfigurationOptions configuration = new ConfigurationOptions();

        @Option(names = "--week", paramLabel = "WEEK", description = "ISO week, for example 2026-W46.")
        private @Nullable String week;

        @Option(names = "--from", paramLabel = "DAY", description = "First day, for example 2026-11-01.")
        private @Nullable String from;

        @Option(names = "--to", paramLabel = "DAY", description = "Last day.")
        private @Nullable String to;

        @ArgGroup(exclusive = true)
        private Form form = new Form();

        @Spec
        private @Nullable CommandSpec spec;

        /** How it is written; a table when nothing is said. */
        static final class Form {

            @Option(names = "--json", description = "As JSON.")
            private boolean json;

            @Option(names = "--csv", description = "As CSV, times in seconds.")
            private boolean csv;
        }

        @Override
        public Integer call() {
            try (ConfigurableApplicationContext context = configuration.start(
                    WebApplicationType.NONE, Map.of(), LedgerApplication.class, OperationsConfiguration.class)) {
                ZoneId zone = ZoneId.of(context.getBean(OrderSettings.class).timeZone());
                ReportPeriod period = ReportPeriod.of(
                        week, from, to, context.getBean(InstantSource.class).instant(), zone);
                print(context.getBean(OperationsReports.class).of(period.begin(), period.end()), period);
                return ExitCode.OK;
            } catch (IllegalArgumentException e) {
                throw new CommandFailedException(ExitCode.USAGE, String.valueOf(e.getMessage()));
            }
        }

        private void print(OperationsReport report, ReportPeriod period) {
            PrintWriter out = Output.of(spec);
            if (form.json) {
                out.println(new JsonMapper().writeValueAsString(report));
            } else if (form.csv) {
                out.print(ReportCsv.write(report));
            } else {
                out.println("Requests of calls from " + period.first() + " to " + period.last());
                table("All", List.of(report.total()), "all", out);
                table("Type", report.types(), "", out);
                table("Team", report.teams(), "no team", out);
                out.println();
                out.println("Refused by agents on calls that ended in a cancellation: "
                        + report.total().refusedAndCancelled());
            }
            out.flush();
        }

        private static void table(String heading, List<OperationsReport.Row> rows, String nameless, PrintWriter out) {
            if (rows.isEmpty()) {
                return;
            }
            out.println();
            out.printf(
                    Locale.ROOT,
                    LINE,
                    heading,
                    "asked",
                    "seen",
                    "open",
                    "done",
                    "in time",
                    "late",
                    "too late",
                    "seen p50",
                    "seen p90",
                    "done p50",
                    "done p90");
            for (OperationsReport.Row row : rows) {
                out.printf(
                        Locale.ROOT,
                        LINE,
                        row.name() == null ? nameless : row.name(),
                        row.asked(),
                        row.seen(),
                        row.open(),
                        row.done(),
                        row.doneInTime(),
                        row.doneLate(),
                        row.tooLate(),
                        time(row.toSeen().median()),
                        time(row.toSeen().p90()),
                        time(row.toDone().median()),
                        time(row.toDone().p90()));
            }
        }

        private static String time(@Nullable Duration duration) {
            if (duration == null) {
                return "-";
            }
            long minutes = duration.toMinutes();
            return minutes < 60
                    ? minutes + "m" + duration.toSecondsPart() + "s"
                    : minutes / 60 + "h" + minutes % 60 + "m";
        }
    }
}
