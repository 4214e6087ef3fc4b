package dev.callsift.search;

import dev.callsift.pipeline.index.CallFields;
import dev.callsift.pipeline.index.CallReader;
import dev.callsift.pipeline.index.IndexedCall;
import dev.callsift.pipeline.index.StoredCall;
import dev.callsift.search.query.ParsedQuery;
import dev.callsift.search.query.QueryParser;
import dev.callsift.search.query.QueryProblem;
import dev.callsift.search.query.Typing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/**
 * Searches the index, while it is being written too, and follows it when it is rebuilt. Safe for use by several threads.
 * Every method throws {@link dev.callsift.pipeline.index.IndexUnusableException} when the index is damaged or of another
 * format.
 */
public final class CallSearch implements AutoCloseable {

    private static final Duration FRESH_FOR = Duration.ofSeconds(1);

    /** What a person waits without wondering. */
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private static final Duration EXPORT_LIMIT = Duration.ofMinutes(1);

    /** How many calls one export holds. */
    public static final int MOST_EXPORTED = SearchRequest.DEEPEST;

    private final CallReader reader;
    private final Duration limit;
    private final Facets facets = new Facets();
    private final RememberedFilters remembered = new RememberedFilters();

    /** @param folder of the index; need not exist yet */
    public CallSearch(Path folder) {
        this(folder, FRESH_FOR);
    }

    /** @param freshFor how old the view of the index may be */
    public CallSearch(Path folder, Duration freshFor) {
        this(folder, freshFor, LIMIT);
    }

    /** @param limit how long one search may take before it is cut short */
    CallSearch(Path folder, Duration freshFor, Duration limit) {
        this.reader = new CallReader(folder, freshFor);
        this.limit = limit;
    }

    /** Never fails for what was typed: what is wrong with a query is told in the result. */
    public SearchResult search(SearchRequest request) {
        long started = System.nanoTime();
        ParsedQuery query = QueryParser.parse(request.query());
        Found found = reader.read(searcher -> find(searcher, query, request))
                .orElseGet(() -> Found.nothing(SearchResult.State.NO_INDEX, query));
        return new SearchResult(
                found.state(),
                query.understood(),
                found.sure(),
                found.hits(),
                found.possible(),
                found.possibleHits(),
                found.possibleLeftOut(),
                found.facets(),
                query.narrowings(),
                found.problems(),
                found.didYouMean(),
                Duration.ofNanos(System.nanoTime() - started));
    }

    private record Found(
            SearchResult.State state,
            long sure,
            List<CallHit> hits,
            long possible,
            List<CallHit> possibleHits,
            boolean possibleLeftOut,
            List<Facet> facets,
            List<QueryProblem> problems,
            List<String> didYouMean) {

        static Found nothing(SearchResult.State state, ParsedQuery query) {
            return new Found(state, 0, List.of(), 0, List.of(), false, List.of(), query.problems(), List.of());
        }
    }

    private Found find(IndexSearcher shared, ParsedQuery query, SearchRequest request) throws IOException {
        Search search = new Search(shared, remembered, query, limit);
        Page sure = search.sure(request);
        boolean asked = request.possible() || sure.total() <= request.limit();
        Optional<Page> possible = asked ? search.possible(request.first(), sure) : Optional.empty();
        return new Found(
                search.cutShort() ? SearchResult.State.CUT_SHORT : SearchResult.State.SEARCHED,
                sure.total(),
                sure.hits(),
                possible.map(Page::total).orElse(0L),
                request.offset() == 0 ? possible.map(Page::hits).orElse(List.of()) : List.of(),
                !asked && query.node().spoken(),
                facets.of(shared.getIndexReader(), sure.found()),
                search.problems(),
                sure.total() == 0 ? search.didYouMean() : List.of());
    }

    /** How often what was remembered of a segment spared asking it again. */
    long remembered() {
        return remembered.used();
    }

    /** What could stand where someone is typing: words and values of the index, those of most calls first. */
    public Suggestions suggest(String query, int cursor) {
        return Typing.at(query, cursor)
                .flatMap(typing -> reader.read(searcher -> new Completion(searcher.getIndexReader()).of(typing)))
                .orElse(Suggestions.NONE);
    }

    /**
     * Hands on every call that surely matches, one after the other, up to {@value #MOST_EXPORTED}; within a minute.
     *
     * @return whether there was an index
     */
    public boolean export(String query, SearchRequest.Order order, Export export) {
        ParsedQuery parsed = QueryParser.parse(query);
        return reader.read(searcher -> {
                    new Search(searcher, remembered, parsed, EXPORT_LIMIT).export(order, MOST_EXPORTED, export);
                    return true;
                })
                .orElse(false);
    }

    /**
     * Which of these calls surely match, in no particular order; within a minute.
     *
     * @param ids of calls; those that are not in the index do not match
     * @throws SearchCutShortException when that was too short to tell
     */
    public List<String> matching(String query, Collection<String> ids) {
        ParsedQuery parsed = QueryParser.parse(query);
        return reader.read(searcher -> new Search(searcher, remembered, parsed, EXPORT_LIMIT).matching(ids))
                .orElse(List.of());
    }

    /** What is known of a call; empty when it is not in the index. */
    public Optional<IndexedCall> call(String id) {
        return reader.read(searcher -> {
                    int document = document(searcher, id);
                    return document < 0
                            ? Optional.<IndexedCall>empty()
                            : Optional.of(StoredCall.read(searcher.getIndexReader(), document)
                                    .facts());
                })
                .flatMap(call -> call);
    }

    /**
     * Every place in one call that matches a query, in the order of time; those that match surely or, where there are none,
     * possibly.
     */
    public List<Moment> moments(String id, String query, int limit) {
        ParsedQuery parsed = QueryParser.parse(query);
        return reader.read(searcher -> moments(searcher, id, parsed, limit)).orElse(List.of());
    }

    private List<Moment> moments(IndexSearcher shared, String id, ParsedQuery query, int most) throws IOException {
        int document = document(shared, id);
        if (document < 0) {
            return List.of();
        }
        StoredCall call = StoredCall.read(shared.getIndexReader(), document);
        Search search = new Search(shared, remembered, query, limit);
        for (Certainty certainty : Certainty.values()) {
            List<Moment> moments =
                    search.moments(certainty).of(document, call, most).best();
            if (!moments.isEmpty()) {
                return moments;
            }
        }
        return List.of();
    }

    private static int document(IndexSearcher searcher, String id) throws IOException {
        TopDocs found = searcher.search(new TermQuery(new Term(CallFields.ID, id)), 1);
        return found.scoreDocs.length == 0 ? -1 : found.scoreDocs[0].doc;
    }

    @Override
    public void close() {
        reader.close();
    }
}
