package dev.callsift.cli;

import dev.callsift.pipeline.job.LedgerApplication;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callsift retry}: puts quarantined recordings back to the start; the next run does them again. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        description = "Puts quarantined recordings back; the next run does them again.",
        footer = {
            "",
            "Examples:",
            "  callsift retry 2026/11/09/in-100-447700900123-20261109-101500-1762683300.12.wav",
            "  callsift retry --all",
            "  callsift retry --reason recognizer_timeout"
        })
final class RetryCommand implements Callable<Integer> {

    @Mixin
    private ConfigurationOptions configuration = new ConfigurationOptions();

    @ArgGroup(multiplicity = "1")
    private Selection selection = new Selection();

    @Spec
    private @Nullable CommandSpec spec;

    private static final class Selection {

        @Parameters(paramLabel = "KEY", description = "Keys as 'callsift status' shows them.")
        private List<String> keys = new ArrayList<>();

        @Option(names = "--all", description = "All of them.")
        private boolean all;

        @Option(
                names = "--reason",
                paramLabel = "REASON",
                description = "All that are held back for this reason: ${COMPLETION-CANDIDATES}.")
        private @Nullable QuarantineReason reason;
    }

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext context = configuration.start(LedgerApplication.class)) {
            Ledger ledger = context.getBean(Ledger.class);
            return selection.all || selection.reason != null ? retryMany(ledger) : retryKeys(ledger);
        }
    }

    private int retryMany(Ledger ledger) {
        int count = ledger.retryAll(selection.reason);
        Output.of(spec)
                .println(count + (count == 1 ? " recording" : " recordings") + " put back; do them with: callsift run");
        return ExitCode.OK;
    }

    private int retryKeys(Ledger ledger) {
        int missing = 0;
        for (String key : selection.keys) {
            if (ledger.retry(new RecordingKey(key))) {
                Output.of(spec).println(new RecordingKey(key) + ": put back; do it with: callsift run");
            } else {
                missing++;
                Output.errors(spec)
                        .println(new RecordingKey(key)
                                + ": no recording with this key is quarantined; see them with: callsift status");
            }
        }
        return missing == 0 ? ExitCode.OK : ExitCode.FAILED;
    }
}
