package dev.callsift.pipeline.job;

import dev.callsift.pipeline.ledger.LedgerEntry;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.transcript.Transcript;

/** A recording with everything the index needs of it. */
record CallDocuments(LedgerEntry entry, Transcript transcript, CallTags tags) {}
