package dev.callsift.search;

import dev.callsift.pipeline.index.CallFields;
import dev.callsift.pipeline.index.CallReader;
import dev.callsift.pipeline.index.IndexedCall;
import dev.callsift.pipeline.index.StoredCall;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/**
 * Searches the index, while it is being written too, and follows it when it is rebuilt. Safe for use by several threads.
 * Every method throws {@link dev.callsift.pipeline.index.IndexUnusableException} when the index is damaged or of another
 * format.
 */
public final class CallSearch implements AutoCloseable {

    private static final Duration FRESH_FOR = Duration.ofSeconds(1);

    private final CallReader reader;

    /** @param folder of the index; need not exist yet */
    public CallSearch(Path folder) {
        this(folder, FRESH_FOR);
    }

    /** @param freshFor how old the view of the index may be */
    public CallSearch(Path folder, Duration freshFor) {
        this.reader = new CallReader(folder, freshFor);
    }

    public SearchResult search(SearchRequest request) {
        long started = System.nanoTime();
        ParsedQuery query = QueryParser.parse(request.query());
        Found none = new Found(SearchResult.State.NO_INDEX, Page.EMPTY, Page.EMPTY);
        Found found = reader.read(searcher -> find(searcher, query, request)).orElse(none);
        return new SearchResult(
                found.state(),
                found.sure().total(),
                found.sure().hits(),
                found.possible().total(),
                found.possible().hits(),
                query.problems(),
                Duration.ofNanos(System.nanoTime() - started));
    }

    private record Found(SearchResult.State state, Page sure, Page possible) {}

    private static Found find(IndexSearcher searcher, ParsedQuery query, SearchRequest request) throws IOException {
        Page sure = Page.find(searcher, query.sure(), request);
        Page possible = Page.find(searcher, query.possible(), request);
        return new Found(SearchResult.State.SEARCHED, sure, request.offset() == 0 ? possible : possible.countOnly());
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

    private static List<Moment> moments(IndexSearcher searcher, String id, ParsedQuery query, int limit)
            throws IOException {
        int document = document(searcher, id);
        if (document < 0) {
            return List.of();
        }
        StoredCall call = StoredCall.read(searcher.getIndexReader(), document);
        for (Query part : List.of(query.sure(), query.possible())) {
            List<Moment> moments =
                    new Moments(searcher, part).of(document, call, limit).best();
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
