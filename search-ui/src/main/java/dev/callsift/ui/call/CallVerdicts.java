package dev.callsift.ui.call;

import dev.callsift.pipeline.job.ReviewedCalls;
import dev.callsift.pipeline.job.ReviewedCalls.Indexing;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.Evidence;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.pipeline.transcript.Word;
import dev.callsift.pipeline.verdict.Verdict;
import dev.callsift.pipeline.verdict.Verdicts;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes verdicts of what a reviewer chose on the page: the words and their times come from the documents, not from the browser. */
@Component
final class CallVerdicts {

    private final CallDocuments documents;
    private final Verdicts verdicts;
    private final ReviewedCalls calls;
    private final InstantSource clock;

    CallVerdicts(CallDocuments documents, Verdicts verdicts, ReviewedCalls calls, InstantSource clock) {
        this.documents = documents;
        this.verdicts = verdicts;
        this.calls = calls;
        this.clock = clock;
    }

    /** Words of one utterance; the last is inclusive. */
    record Chosen(int utterance, int firstWord, int lastWord) {}

    /** A verdict on a tag that the call has, or had until it was rejected; its best words are kept with it. */
    Indexing judge(String callId, String code, Verdict.Kind kind, String reviewer) {
        Transcript transcript = documents.transcript(callId);
        CallTags machine = documents.tags(callId).orElse(CallTags.none(callId));
        Optional<Evidence> shown =
                best(verdicts.applied(transcript, machine), code).or(() -> best(machine, code));
        return calls.record(shown.map(evidence -> new Verdict(
                        callId,
                        code,
                        kind,
                        evidence.words(),
                        evidence.utterance() < transcript.utterances().size()
                                ? transcript
                                        .utterances()
                                        .get(evidence.utterance())
                                        .speaker()
                                : null,
                        evidence.startMs(),
                        evidence.endMs(),
                        reviewer,
                        clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .orElseGet(() -> new Verdict(
                        callId,
                        code,
                        kind,
                        null,
                        null,
                        0,
                        0,
                        reviewer,
                        clock.instant().truncatedTo(ChronoUnit.MICROS))));
    }

    private static Optional<Evidence> best(CallTags tags, String code) {
        return tags.tags().stream()
                .filter(tag -> tag.code().equals(code))
                .map(Tag::evidence)
                .flatMap(List::stream)
                .max(Comparator.comparing(Evidence::confidence));
    }

    /** @return nothing when there are no such words in the call */
    Optional<Indexing> add(String callId, String code, Chosen chosen, String reviewer) {
        Transcript transcript = documents.transcript(callId);
        if (chosen.utterance() < 0
                || chosen.utterance() >= transcript.utterances().size()) {
            return Optional.empty();
        }
        Utterance utterance = transcript.utterances().get(chosen.utterance());
        int last = Math.min(chosen.lastWord(), utterance.words().size() - 1);
        int first = Math.max(0, chosen.firstWord());
        if (last < first) {
            return Optional.empty();
        }
        List<Word> words = utterance.words().subList(first, last + 1);
        String text = words.stream().map(Word::text).collect(Collectors.joining(" "));
        return Optional.of(calls.record(new Verdict(
                callId,
                code,
                Verdict.Kind.ADDED,
                text.substring(0, Math.min(text.length(), Verdict.LONGEST_WORDS)),
                utterance.speaker(),
                words.getFirst().startMs(),
                words.getLast().endMs(),
                reviewer,
                clock.instant().truncatedTo(ChronoUnit.MICROS))));
    }
}
