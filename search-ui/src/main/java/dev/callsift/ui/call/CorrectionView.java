package dev.callsift.ui.call;

import dev.callsift.pipeline.verdict.CorrectedTranscript;
import dev.callsift.pipeline.verdict.CorrectedTranscript.Standing;
import dev.callsift.pipeline.verdict.CorrectedTranscript.State;
import dev.callsift.pipeline.verdict.WordCorrection;
import dev.callsift.ui.Clock;
import java.util.List;

/**
 * One correction of words in the history of a call.
 *
 * @param remark what became of it; empty where it stands in the transcript
 * @param when on the clock of this machine
 * @param undoable whether it can still be taken back
 */
record CorrectionView(
        long id,
        long startMs,
        String clock,
        String was,
        String words,
        String reviewer,
        String when,
        String machine,
        String remark,
        boolean undoable) {

    /** @param said what became of the correction just made, or of taking one back; empty when neither was done */
    record All(List<CorrectionView> made, String said) {}

    static All all(CorrectedTranscript corrected, String said) {
        return new All(
                corrected.standings().stream().map(CorrectionView::of).toList().reversed(), said);
    }

    private static CorrectionView of(Standing standing) {
        WordCorrection made = standing.correction();
        return new CorrectionView(
                made.id(),
                made.startMs(),
                Clock.position(made.startMs()),
                made.was(),
                made.words(),
                made.reviewer(),
                VerdictView.when(made.at()),
                made.at().toString(),
                remark(standing),
                standing.state() != State.UNDONE);
    }

    private static String remark(Standing standing) {
        WordCorrection by = standing.undoneBy();
        if (by != null) {
            return "Taken back by " + by.reviewer() + ", " + VerdictView.when(by.at());
        }
        return standing.state() == State.NOT_APPLIED
                ? "Not applied: “" + standing.correction().was() + "” no longer stands there"
                : "";
    }
}
