package dev.callsift.pipeline.verdict;

import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.Evidence;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tags of a call after reviewers' verdicts. The stored tags document stays the machine's; verdicts are applied whenever tags
 * are indexed or shown, so tagging again never overwrites one.
 *
 * <p>A tag that was rejected is gone, with the changes of its code. One that was confirmed or added is sure, and is there with the
 * words of the verdict when the machine does not find it. A confirmation without words holds while the machine finds the tag.
 */
public final class ReviewedTags {

    private static final Confidence SURE = new Confidence(1);
    private static final Comparator<Evidence> BY_TIME = Comparator.comparingLong(Evidence::startMs);

    private final SpokenPlaces places;
    private final Map<String, Verdict> latest;

    private ReviewedTags(Transcript transcript, List<Verdict> verdicts) {
        this.places = new SpokenPlaces(transcript);
        this.latest = latest(verdicts);
    }

    /** @param verdicts on this call, in the order of time */
    public static CallTags of(Transcript transcript, CallTags tags, List<Verdict> verdicts) {
        return verdicts.isEmpty() ? tags : new ReviewedTags(transcript, verdicts).apply(tags);
    }

    /** What counts of several verdicts, by the code; what was withdrawn is left out. */
    public static Map<String, Verdict> latest(List<Verdict> verdicts) {
        Map<String, Verdict> latest = new LinkedHashMap<>();
        verdicts.forEach(verdict -> latest.put(verdict.code(), verdict));
        latest.values().removeIf(verdict -> verdict.kind() == Verdict.Kind.WITHDRAWN);
        return latest;
    }

    private CallTags apply(CallTags tags) {
        List<Tag> reviewed = new ArrayList<>();
        tags.tags().stream()
                .filter(tag -> !rejected(tag.code()))
                .map(this::judged)
                .forEach(reviewed::add);
        latest.values().stream()
                .filter(verdict ->
                        tags.tags().stream().noneMatch(tag -> tag.code().equals(verdict.code())))
                .flatMap(this::brought)
                .forEach(reviewed::add);
        return new CallTags(
                tags.schemaVersion(),
                tags.id(),
                tags.taxonomy(),
                tags.models(),
                reviewed,
                tags.modifications().stream()
                        .filter(request -> !rejected(request.type()))
                        .toList());
    }

    private boolean rejected(String code) {
        Verdict verdict = latest.get(code);
        return verdict != null && verdict.kind() == Verdict.Kind.REJECTED;
    }

    private Tag judged(Tag tag) {
        Verdict verdict = latest.get(tag.code());
        if (verdict == null) {
            return tag;
        }
        // what was confirmed are the machine's own words, which are there already
        Stream<Evidence> own = verdict.kind() == Verdict.Kind.ADDED ? evidence(verdict) : Stream.empty();
        List<Evidence> all =
                Stream.concat(tag.evidence().stream(), own).sorted(BY_TIME).toList();
        return new Tag(tag.code(), SURE, all);
    }

    private Stream<Tag> brought(Verdict verdict) {
        return verdict.holds()
                ? evidence(verdict).map(evidence -> new Tag(verdict.code(), SURE, List.of(evidence)))
                : Stream.empty();
    }

    private Stream<Evidence> evidence(Verdict verdict) {
        @Nullable String words = verdict.words();
        if (words == null) {
            return Stream.empty();
        }
        SpokenPlaces.Place place = places.of(verdict);
        return Stream.of(new Evidence(
                place.utterance(),
                place.firstWord(),
                place.lastWord(),
                verdict.startMs(),
                verdict.endMs(),
                words,
                "reviewer:" + verdict.reviewer(),
                SURE));
    }
}
