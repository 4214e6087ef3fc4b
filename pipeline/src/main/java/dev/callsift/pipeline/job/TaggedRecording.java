package dev.callsift.pipeline.job;

import dev.callsift.pipeline.ledger.LedgerEntry;

/** A recording whose tags are in the document store; the ledger does not know yet. */
record TaggedRecording(LedgerEntry entry, String taxonomy) {}
