package dev.callsift.review;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.index.CallFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words of a call that show a tag.
 *
 * @param agent of the call, {@code unknown} where it is not known
 * @param startMs where they begin in the recording
 * @param confidence of the tag, from 0 to 1
 */
public record EvidenceQuote(
        String callId, String agent, Speaker speaker, long startMs, double confidence, String words) {

    /** What a quote of an agent who is quoted already must have ahead in confidence to be chosen all the same. */
    private static final double SAME_AGENT = 0.25;

    private static final Comparator<EvidenceQuote> SUREST =
            Comparator.comparingDouble(EvidenceQuote::confidence).reversed().thenComparing(EvidenceQuote::callId);

    /** The surest quotes of a tag, one of each call, from as many agents as there are, none in the words of another. */
    static List<EvidenceQuote> best(List<ReviewedCall> calls, String code, int most) {
        List<EvidenceQuote> left = new ArrayList<>(all(calls, code));
        left.sort(SUREST);
        List<EvidenceQuote> chosen = new ArrayList<>();
        Set<String> agents = new HashSet<>();
        while (!left.isEmpty() && chosen.size() < most) {
            EvidenceQuote next = left.stream()
                    .max(Comparator.comparingDouble(
                            quote -> quote.confidence() - (agents.contains(quote.agent()) ? SAME_AGENT : 0)))
                    .orElseThrow();
            chosen.add(next);
            if (!next.agent().equals(CallFields.UNKNOWN)) {
                agents.add(next.agent());
            }
            left.removeIf(quote -> quote.words().equals(next.words()));
        }
        return chosen;
    }

    private static List<EvidenceQuote> all(List<ReviewedCall> calls, String code) {
        return calls.stream()
                .flatMap(call -> call.findings().quotes().stream()
                        .filter(quote -> quote.code().equals(code))
                        .map(quote -> new EvidenceQuote(
                                call.id(),
                                call.value(Dimension.AGENT),
                                quote.speaker(),
                                quote.startMs(),
                                quote.confidence().value(),
                                quote.words())))
                .toList();
    }
}
