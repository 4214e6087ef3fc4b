package dev.callsift.ui;

import dev.callsift.pipeline.index.CallIndex;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.metadata.Direction;
import dev.callsift.pipeline.tagging.AgentAnswer;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.Evidence;
import dev.callsift.pipeline.tagging.ModificationRequest;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Transcripts;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Twelve weeks of calls for the review's pages, the same each time: in the last one prices and a strike trouble customers. */
final class ReviewWeeks {

    private static final OffsetDateTime LAST_MONDAY = OffsetDateTime.parse("2026-11-09T08:00:00Z");
    private static final int CALLS_A_WEEK = 60;
    private static final List<String> AGENTS = List.of("Priya", "Tom", "Aisha", "Marta Kowalska", "Jun");
    private static final List<String> QUEUES = List.of("orders", "returns");
    private static final List<String> REASONS = List.of(
            "reason.price",
            "reason.courier-delay",
            "reason.delivery-date",
            "reason.changed-mind",
            "reason.mistake",
            "reason.product-doubt");
    private static final List<String> SAID = List.of(
            "i saw the same jacket for less in another shop",
            "the courier has not come for the third time now",
            "it has to be here before the weekend or i do not need it",
            "i have thought about it again and i do not want it",
            "i ordered it twice by accident",
            "i am not sure that it fits what i need");

    private static final List<AgentAnswer> ANSWERS = List.of(AgentAnswer.values());

    private final Random random = new Random(46);

    private ReviewWeeks() {}

    static void addTo(Path index) {
        ReviewWeeks weeks = new ReviewWeeks();
        try (CallIndex calls = CallIndex.open(index)) {
            for (int week = 0; week < 12; week++) {
                for (int call = 0; call < CALLS_A_WEEK; call++) {
                    weeks.add(calls, week, call);
                }
            }
            calls.commit();
        }
    }

    private void add(CallIndex index, int weeksAgo, int call) {
        int reason = reason(weeksAgo);
        boolean cancels = random.nextInt(100) < 45;
        String more = weeksAgo == 0 && random.nextInt(4) == 0 ? " because of the postal strike" : "";
        Transcript transcript = Transcripts.of(
                "week/" + weeksAgo + "/" + call,
                new CallMetadata(
                        null,
                        LAST_MONDAY.minusWeeks(weeksAgo).plusHours(random.nextInt(5) * 24L + random.nextInt(9)),
                        AGENTS.get(random.nextInt(AGENTS.size())),
                        "+44 7700 900" + (100 + call),
                        Direction.INBOUND,
                        QUEUES.get(random.nextInt(QUEUES.size()))),
                cancels
                        ? "agent: hello how can i help you today\ncustomer: please cancel my order " + SAID.get(reason)
                                + more
                        : "agent: hello how can i help you today\ncustomer: can you change the size of my order"
                                + more);
        index.upsert(transcript, cancels ? cancelled(transcript, REASONS.get(reason)) : changed(transcript));
    }

    private int reason(int weeksAgo) {
        boolean price = random.nextInt(100) < (weeksAgo == 0 ? 45 : 8);
        return price ? 0 : 1 + random.nextInt(REASONS.size() - 1);
    }

    private CallTags cancelled(Transcript transcript, String reason) {
        String outcome = List.of("cancel.confirmed", "cancel.confirmed", "cancel.saved", "")
                .get(random.nextInt(4));
        List<Tag> tags = Stream.of("cancel.requested", outcome, reason)
                .filter(code -> !code.isEmpty())
                .map(code -> tag(transcript, code))
                .toList();
        return new CallTags(1, transcript.id(), "en-1+0f3c5a7be210", "9d41c2ab0377", tags, List.of());
    }

    private CallTags changed(Transcript transcript) {
        Tag size = tag(transcript, "modify.size");
        AgentAnswer answer = ANSWERS.get(random.nextInt(ANSWERS.size()));
        return new CallTags(
                1,
                transcript.id(),
                "en-1+0f3c5a7be210",
                "9d41c2ab0377",
                List.of(size),
                List.of(new ModificationRequest(
                        size.code(), null, null, null, "words", answer, size.confidence(), size.evidence())));
    }

    private Tag tag(Transcript transcript, String code) {
        double sure = 0.6 + random.nextInt(39) / 100.0;
        int words = transcript.utterances().get(1).words().size();
        int first = Math.min(4, words - 1);
        long start = transcript.utterances().get(1).words().get(first).startMs();
        Evidence evidence = new Evidence(
                1, first, words - 1, start, start + 2_000, "words", "rule:" + code + "/said", new Confidence(sure));
        return new Tag(code, new Confidence(sure), List.of(evidence));
    }
}
