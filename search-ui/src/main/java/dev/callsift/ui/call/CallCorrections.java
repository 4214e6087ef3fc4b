package dev.callsift.ui.call;

import dev.callsift.pipeline.job.ReviewedCalls;
import dev.callsift.pipeline.job.ReviewedCalls.Indexing;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.pipeline.transcript.Word;
import dev.callsift.pipeline.verdict.CorrectedTranscript;
import dev.callsift.pipeline.verdict.CorrectedTranscript.Standing;
import dev.callsift.pipeline.verdict.CorrectedTranscript.State;
import dev.callsift.pipeline.verdict.WordCorrection;
import dev.callsift.ui.PageProblemException;
import dev.callsift.ui.call.CallVerdicts.Chosen;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes corrections of what a reviewer typed: the words that stood there and their times come from the documents. */
@Component
final class CallCorrections {

    private final CallDocuments documents;
    private final ReviewedCalls calls;
    private final InstantSource clock;

    CallCorrections(CallDocuments documents, ReviewedCalls calls, InstantSource clock) {
        this.documents = documents;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * @param stood what the reviewer saw there; empty for whatever stands there
     * @throws PageProblemException when there are no such words, or nothing in their place (422), or other words stand there now (409)
     */
    Indexing correct(String callId, Chosen chosen, String stood, String typed, String reviewer) {
        List<Utterance> said = documents.corrected(callId).transcript().utterances();
        if (chosen.utterance() < 0 || chosen.utterance() >= said.size()) {
            throw refused("Choose the words that are wrong", "Click them in the transcript, or choose who said them.");
        }
        Utterance utterance = said.get(chosen.utterance());
        List<Word> run = run(utterance, chosen);
        String was = run.stream().map(Word::text).collect(Collectors.joining(" "));
        if (!stood.isBlank() && !stood.strip().equals(was)) {
            throw new PageProblemException(
                    HttpStatus.CONFLICT,
                    "“" + was + "” stands there now",
                    "Somebody corrected these words in the meantime. Go back, load the page again, and look.");
        }
        return calls.record(new WordCorrection(
                0,
                callId,
                null,
                utterance.speaker(),
                run.getFirst().startMs(),
                run.getLast().endMs(),
                was,
                words(typed, was),
                reviewer,
                now()));
    }

    /** @throws PageProblemException when the call has no such correction that could be taken back (422) */
    Indexing undo(String callId, long correction, String reviewer) {
        CorrectedTranscript corrected = documents.corrected(callId);
        WordCorrection made = corrected.standings().stream()
                .filter(standing -> standing.state() != State.UNDONE)
                .map(Standing::correction)
                .filter(standing -> standing.id() == correction)
                .findFirst()
                .orElseThrow(() -> refused("There is no such correction", "It may have been taken back already."));
        return calls.record(made.undone(reviewer, now()));
    }

    private static List<Word> run(Utterance utterance, Chosen chosen) {
        int first = Math.max(0, chosen.firstWord());
        int last = Math.min(chosen.lastWord(), utterance.words().size() - 1);
        if (last < first) {
            throw refused("Choose the words that are wrong", "Click them in the transcript, or choose who said them.");
        }
        return utterance.words().subList(first, last + 1);
    }

    private static String words(String typed, String was) {
        String words = WordCorrection.spoken(typed);
        if (words.isEmpty() || words.length() > WordCorrection.LONGEST || was.length() > WordCorrection.LONGEST) {
            throw refused(
                    "A correction has 1 to " + WordCorrection.LONGEST + " characters of words",
                    "Go back and write what was said; correct a long passage in parts.");
        }
        if (words.equals(was)) {
            throw refused("“" + was + "” stands there already", "Go back and write what was said instead.");
        }
        return words;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static PageProblemException refused(String title, String help) {
        return new PageProblemException(HttpStatus.UNPROCESSABLE_CONTENT, title, help);
    }
}
