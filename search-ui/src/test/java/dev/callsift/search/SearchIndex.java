package dev.callsift.search;

import dev.callsift.pipeline.index.CallIndex;
import dev.callsift.pipeline.index.IndexedCall;
import dev.callsift.pipeline.index.OrderFacts;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.metadata.Direction;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.Evidence;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Transcripts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An index that a test fills call by call, and searches. */
final class SearchIndex implements AutoCloseable {

    private final Path folder;
    final CallSearch search;

    SearchIndex(Path folder) {
        this.folder = folder;
        this.search = new CallSearch(folder, Duration.ZERO);
    }

    /** A call of which nothing but its words is known. */
    void put(String key, String... lines) {
        put(key, CallMetadata.UNKNOWN, "", lines);
    }

    /** @param codes its tags, separated by spaces */
    void put(String key, CallMetadata call, String codes, String... lines) {
        Transcript transcript = Transcripts.of(key, call, String.join("\n", lines));
        List<Tag> tags = Stream.of(codes.split(" ", -1))
                .filter(code -> !code.isEmpty())
                .map(SearchIndex::tag)
                .toList();
        try (CallIndex index = CallIndex.open(folder)) {
            index.upsert(transcript, new CallTags(1, transcript.id(), "en-1 none", "", tags, List.of()));
            index.commit();
        }
    }

    /** A call about an order. */
    void put(String key, OrderFacts order, String... lines) {
        Transcript transcript = Transcripts.of(key, CallMetadata.UNKNOWN, String.join("\n", lines));
        try (CallIndex index = CallIndex.open(folder)) {
            index.upsert(transcript, CallTags.none(transcript.id()), order);
            index.commit();
        }
    }

    private static Tag tag(String code) {
        Evidence evidence =
                new Evidence(0, 0, 0, 0, Transcripts.WORD_MS, "word", "rule:" + code + "/said", new Confidence(0.9));
        return new Tag(code, new Confidence(0.9), List.of(evidence));
    }

    static CallMetadata call(
            @Nullable String at, @Nullable String agent, @Nullable String number, Direction direction) {
        return new CallMetadata(null, at == null ? null : OffsetDateTime.parse(at), agent, number, direction, "orders");
    }

    SearchResult find(String query) {
        return search.search(SearchRequest.of(query));
    }

    /** The keys of the calls that surely match. */
    List<String> keys(String query) {
        return keys(find(query).hits());
    }

    /** The keys of the calls that possibly match. */
    List<String> possible(String query) {
        return keys(find(query).possible());
    }

    static List<String> keys(List<CallHit> hits) {
        return hits.stream().map(CallHit::call).map(IndexedCall::key).toList();
    }

    /** The highlighted words of every moment of the only call that matches. */
    List<String> marked(String query) {
        List<CallHit> hits = find(query).hits();
        if (hits.size() != 1) {
            throw new AssertionError(query + " finds " + keys(hits));
        }
        return hits.getFirst().moments().stream()
                .flatMap(moment -> moment.words().stream())
                .filter(Moment.MomentWord::match)
                .map(Moment.MomentWord::text)
                .toList();
    }

    @Override
    public void close() {
        search.close();
    }
}
