package dev.callsift.pipeline.job;

import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.ledger.LedgerEntry;
import dev.callsift.pipeline.recording.RecordingFaultException;
import org.springframework.batch.core.listener.SkipListener;

/**
 * Turns the batch framework's skip into what a skip is here: a recording held back with its reason. Runs in the transaction of
 * the chunk.
 */
final class QuarantineListener<S> implements SkipListener<LedgerEntry, S> {

    private final Ledger ledger;
    private final Stage stage;
    private final RunScope run;

    QuarantineListener(Ledger ledger, Stage stage, RunScope run) {
        this.ledger = ledger;
        this.stage = stage;
        this.run = run;
    }

    @Override
    public void onSkipInProcess(LedgerEntry entry, Throwable cause) {
        if (!(cause instanceof RecordingFaultException fault)) {
            throw new IllegalStateException("only faults of a recording are skipped", cause);
        }
        ledger.quarantine(entry, fault.reason(), fault.detail(), run.id());
        run.quarantined(entry.key(), fault.reason().explain(fault.detail()));
        run.advanced(stage, 1);
    }
}
