package dev.callsift.cli;

import dev.callsift.pipeline.job.LedgerApplication;
import dev.callsift.pipeline.job.OperationsConfiguration;
import dev.callsift.pipeline.operations.RoutingTrial;
import dev.callsift.pipeline.operations.TriedItem;
import dev.callsift.pipeline.orders.OrderSettings;
import dev.callsift.ui.operations.ReportPeriod;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
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

/** {@code callsift routing}: tries the rules on items that are in the queue already. */
@Command(
        name = "routing",
        mixinStandardHelpOptions = true,
        description = {
            "Tries teams and rules on items that are in the queue already, and changes none: for each item of the last seven days",
            "the team that it is for, where the rules would have sent it, and why."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:told", " 2:the command line was not understood", " 3:the configuration is wrong"},
        footer = {
            "",
            "Examples:",
            "  callsift routing --since 30",
            "  callsift routing --week 2026-W46 --json",
            "  callsift routing --config new-rules.yaml"
        })
final class RoutingCommand implements Callable<Integer> {

    private static final int LONGEST_DAYS = 3_650;
    private static final String LINE = "%-8s %-26s %-13s %-20s %-20s %s%n";

    @Mixin
    private ConfigurationOptions configuration = new ConfigurationOptions();

    @ArgGroup(exclusive = true)
    private When when = new When();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    /** Which items are tried. */
    static final class When {

        @Option(names = "--since", paramLabel = "DAYS", description = "Those that came in so many last days; 7.")
        private int days = 7;

        @Option(
                names = "--week",
                paramLabel = "WEEK",
                description = "Those that came in an ISO week, such as 2026-W46.")
        private @Nullable String week;
    }

    @Override
    public Integer call() {
        if (when.days < 1 || when.days > LONGEST_DAYS) {
            throw new CommandFailedException(
                    ExitCode.USAGE,
                    "--since is " + when.days + "; it must be a number of days from 1 to " + LONGEST_DAYS);
        }
        try (ConfigurableApplicationContext context = configuration.start(
                WebApplicationType.NONE, Map.of(), LedgerApplication.class, OperationsConfiguration.class)) {
            print(tried(context));
            return ExitCode.OK;
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private List<TriedItem> tried(ConfigurableApplicationContext context) {
        Instant now = context.getBean(InstantSource.class).instant();
        RoutingTrial trial = context.getBean(RoutingTrial.class);
        if (when.week == null) {
            return trial.of(now.minus(Duration.ofDays(when.days)), now.plusSeconds(1), Integer.MAX_VALUE);
        }
        ZoneId zone = ZoneId.of(context.getBean(OrderSettings.class).timeZone());
        ReportPeriod period = ReportPeriod.of(when.week, null, null, now, zone);
        return trial.of(period.begin(), period.end(), Integer.MAX_VALUE);
    }

    private void print(List<TriedItem> items) {
        PrintWriter out = Output.of(spec);
        if (json) {
            out.println(new JsonMapper().writeValueAsString(items));
        } else {
            table(items, out);
        }
        out.flush();
    }

    private static void table(List<TriedItem> items, PrintWriter out) {
        long away = items.stream().filter(TriedItem::moves).count();
        out.println(items.size() + (items.size() == 1 ? " item, " : " items, ") + away
                + " of which would have gone to another team (*)");
        if (!items.isEmpty()) {
            out.println();
            out.printf(Locale.ROOT, LINE, "Item", "Type", "Order then", "Is for", "Would go to", "Why");
        }
        for (TriedItem item : items) {
            out.printf(
                    Locale.ROOT,
                    LINE,
                    item.id(),
                    item.type(),
                    item.order().label(),
                    name(item.team()),
                    name(item.routed().team()) + (item.moves() ? " *" : ""),
                    item.routed().reason());
        }
    }

    private static String name(@Nullable String team) {
        return team == null ? "no team" : team;
    }
}
