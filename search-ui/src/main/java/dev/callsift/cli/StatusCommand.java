package dev.callsift.cli;

import dev.callsift.pipeline.job.LedgerApplication;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.ledger.LedgerEntry;
import dev.callsift.pipeline.ledger.Quarantine;
import dev.callsift.pipeline.ledger.RecordingState;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code callsift status}: the ledger, for people and machines. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows how far every recording has come, and what is held back and why.",
        footer = {
            "",
            "Examples:",
            "  callsift status",
            "  callsift status --state discovered",
            "  callsift status --json"
        })
final class StatusCommand implements Callable<Integer> {

    private static final int PAGE = 500;

    @Mixin
    private ConfigurationOptions configuration = new ConfigurationOptions();

    @Option(
            names = "--state",
            description = "Also lists the recordings in this state: ${COMPLETION-CANDIDATES}.",
            paramLabel = "STATE")
    private @Nullable RecordingState state;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext context = configuration.start(LedgerApplication.class)) {
            Ledger ledger = context.getBean(Ledger.class);
            PrintWriter out = Output.of(spec);
            if (json) {
                out.println(json(ledger));
            } else {
                print(ledger, out);
            }
        }
        return ExitCode.OK;
    }

    private void print(Ledger ledger, PrintWriter out) {
        ledger.counts().forEach((each, count) -> out.printf(Locale.ROOT, "%-13s %d%n", name(each), count));
        if (state != null && state != RecordingState.QUARANTINED) {
            out.println();
            each(ledger, state, entry -> out.println(entry.key() + "  since " + entry.changedAt()));
        }
        List<LedgerEntry> quarantined = ledger.quarantined(null);
        if (!quarantined.isEmpty()) {
            out.println();
            quarantined.forEach(
                    entry -> out.println(entry.key() + ": " + quarantine(entry).explanation()));
            out.println();
            out.println("To try again: callsift retry KEY, or callsift retry --all");
        }
    }

    private String json(Ledger ledger) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("recordings", ledger.counts());
        status.put(
                "quarantined",
                ledger.quarantined(null).stream().map(StatusCommand::described).toList());
        if (state != null) {
            List<Object> listed = new ArrayList<>();
            each(ledger, state, entry -> listed.add(described(entry)));
            status.put(name(state), listed);
        }
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(status);
    }

    private static Map<String, Object> described(LedgerEntry entry) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("key", entry.key().value());
        row.put("id", entry.id());
        row.put("state", entry.state());
        row.put("since", entry.changedAt().toString());
        row.put("attempts", entry.attempts());
        if (entry.quarantine() != null) {
            row.put("reason", entry.quarantine().reason());
            row.put("detail", entry.quarantine().detail());
            row.put("advice", entry.quarantine().reason().advice());
        }
        return row;
    }

    private static void each(Ledger ledger, RecordingState state, Consumer<LedgerEntry> action) {
        List<LedgerEntry> page = ledger.next(state, Long.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            page.forEach(action);
            page = ledger.next(state, page.getLast().sequence(), PAGE);
        }
    }

    private static Quarantine quarantine(LedgerEntry entry) {
        return Objects.requireNonNull(entry.quarantine());
    }

    private static String name(RecordingState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
