package dev.callsift.pipeline.job;

import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.ledger.LedgerEntry;
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
 * @param verdicts those that were
 */
record CallDocuments(LedgerEntry entry, Transcript transcript, CallTags tags, List<Verdict> verdicts) {

    CallDocuments {
        verdicts = List.copyOf(verdicts);
    }

    /** @param machine the tags as the tagger made them */
    static CallDocuments of(LedgerEntry entry, Transcript transcript, CallTags machine, Verdicts verdicts) {
        List<Verdict> said = verdicts.of(entry.id());
        return new CallDocuments(entry, transcript, ReviewedTags.of(transcript, machine, said), said);
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
