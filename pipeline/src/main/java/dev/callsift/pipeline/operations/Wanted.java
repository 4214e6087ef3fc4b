package dev.callsift.pipeline.operations;

import dev.callsift.pipeline.tagging.AgentAnswer;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.CancellationOutcome;
import dev.callsift.pipeline.tagging.Evidence;
import dev.callsift.pipeline.tagging.ModificationRequest;
import dev.callsift.pipeline.tagging.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that a caller wants done, as the tags of the call say.
 *
 * @param type code of the tag
 * @param from what it is now, as a machine reads it; null when nobody says
 * @param to what it is to be, likewise
 * @param toWords what it is to be, as spoken
 * @param order the number that was said, letters and digits; null when none was
 * @param words that show it
 * @param answer the agent's: promised, refused, done, none
 * @param startMs where it is heard first in the recording
 * @param endMs where what belongs to it there ends
 */
record Wanted(
        String type,
        @Nullable String from,
        @Nullable String to,
        @Nullable String toWords,
        @Nullable String order,
        String words,
        String answer,
        double confidence,
        long startMs,
        long endMs) {

    private static final String CANCELLATION = "cancel.requested";

    /** How much is heard of it at once. */
    private static final long LONGEST_MS = 30_000;

    /** All of a call, in the order of its tags. */
    static List<Wanted> of(CallTags tags) {
        Stream<Wanted> cancellations = tags.tags().stream()
                .filter(tag -> tag.code().equals(CANCELLATION)
                        && CancellationOutcome.of(tags) == CancellationOutcome.REQUESTED)
                .map(tag -> cancellation(tag, tags));
        return Stream.concat(cancellations, tags.modifications().stream().map(Wanted::modification))
                .toList();
    }

    private static Wanted modification(ModificationRequest request) {
        ModificationRequest.Value from = request.from();
        ModificationRequest.Value to = request.to();
        return new Wanted(
                request.type(),
                from == null ? null : from.normalized(),
                to == null ? null : to.normalized(),
                to == null ? null : to.words(),
                request.orderNumber(),
                request.words(),
                name(request.answer()),
                request.confidence().value(),
                start(request.evidence()),
                end(request.evidence()));
    }

    private static Wanted cancellation(Tag tag, CallTags tags) {
        String order = tags.modifications().stream()
                .map(ModificationRequest::orderNumber)
                .filter(number -> number != null)
                .findFirst()
                .orElse(null);
        String words = tag.evidence().stream().map(Evidence::words).distinct().collect(Collectors.joining(" … "));
        return new Wanted(
                tag.code(),
                null,
                null,
                null,
                order,
                words,
                name(AgentAnswer.NONE),
                tag.confidence().value(),
                start(tag.evidence()),
                end(tag.evidence()));
    }

    private static String name(AgentAnswer answer) {
        return answer.name().toLowerCase(Locale.ROOT);
    }

    private static long start(List<Evidence> evidence) {
        return evidence.stream().mapToLong(Evidence::startMs).min().orElse(0);
    }

    private static long end(List<Evidence> evidence) {
        long start = start(evidence);
        return evidence.stream()
                .filter(each -> each.endMs() <= start + LONGEST_MS)
                .max(Comparator.comparingLong(Evidence::endMs))
                .map(Evidence::endMs)
                .orElse(start + LONGEST_MS);
    }
}
