package dev.callsift.pipeline.job;

import dev.callsift.pipeline.ledger.LedgerEntry;
import dev.callsift.pipeline.ledger.TranscriptionFacts;

/** A recording whose transcript is in the document store; the ledger does not know yet. */
record TranscribedRecording(LedgerEntry entry, TranscriptionFacts facts) {}
