package dev.callsift.pipeline.job;

import dev.callsift.pipeline.index.CallIndex;
import dev.callsift.pipeline.index.OrderFacts;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.ledger.LedgerEntry;
import dev.callsift.pipeline.operations.CallOrders;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.verdict.ReviewedTags;
import dev.callsift.pipeline.verdict.Verdict;
import dev.callsift.pipeline.verdict.Verdicts;
import java.util.List;

/**
 * A recording with everything the index needs of it.
 *
 * @param tags with the verdicts applied
 * @param order that the call is about
 * @param verdicts those that were
 */
record CallDocuments(
        LedgerEntry entry, Transcript transcript, CallTags tags, OrderFacts order, List<Verdict> verdicts) {

    CallDocuments {
        verdicts = List.copyOf(verdicts);
    }

    /** @param machine the tags as the tagger made them */
    static CallDocuments of(
            LedgerEntry entry, Transcript transcript, CallTags machine, Verdicts verdicts, CallOrders orders) {
        List<Verdict> said = verdicts.of(entry.id());
        CallTags tags = ReviewedTags.of(transcript, machine, said);
        return new CallDocuments(entry, transcript, tags, orders.of(transcript, tags), said);
    }

    void putInto(CallIndex index) {
        index.upsert(transcript, tags, order);
    }

    /**
     * Puts the call back where a reviewer spoke while it was being indexed. To be called after its row has been moved to indexed,
     * in the same transaction or later: see {@link Ledger#toIndexAgain}.
     */
    void lookAgain(Ledger ledger, Verdicts now) {
        if (!now.of(entry.id()).equals(verdicts)) {
            ledger.toIndexAgain(entry.id());
        }
    }
}
