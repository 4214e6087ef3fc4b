package dev.callsift.search;

import dev.callsift.pipeline.index.CallFields;
import dev.callsift.pipeline.index.StoredCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;

/**
 * The calls that match a query, one page of them.
 *
 * @param found every call that matches, for counting facets
 */
record Page(long total, List<CallHit> hits, FacetsCollector found) {

    private static final SortField BY_ID = KeywordField.newSortField(CallFields.ID, false, SortedSetSelector.Type.MIN);

    /**
     * One page, and what facets are counted from.
     *
     * @param places matches where the query is met
     */
    static Page find(IndexSearcher searcher, Query calls, Query places, SearchRequest request) throws IOException {
        Object[] found = searcher.search(calls, new MultiCollectorManager(best(request), new FacetsCollectorManager()));
        TopDocs top = (TopDocs) found[0];
        return page(searcher, places, request, top, top.totalHits.value(), (FacetsCollector) found[1]);
    }

    /**
     * The same in two searches: all calls without a score, which is remembered when it comes again, and the best without those that
     * cannot be among them. Cheaper where telling whether a call matches costs little beside scoring it, as with words and phrases.
     */
    static Page findApart(IndexSearcher searcher, Query calls, Query places, SearchRequest request) throws IOException {
        FacetsCollector found = searcher.search(calls, new FacetsCollectorManager());
        int wanted = request.offset() + request.limit();
        TopDocs top = searcher.search(calls, new TopFieldCollectorManager(sort(request.order()), wanted, wanted));
        long total = found.getMatchingDocs().stream()
                .mapToLong(FacetsCollector.MatchingDocs::totalHits)
                .sum();
        return page(searcher, places, request, top, total, found);
    }

    /** The same without what facets are counted from: nothing is found by it. */
    static Page uncounted(IndexSearcher searcher, Query calls, Query places, SearchRequest request) throws IOException {
        TopDocs top = searcher.search(calls, best(request));
        return page(searcher, places, request, top, top.totalHits.value(), new FacetsCollector());
    }

    private static TopFieldCollectorManager best(SearchRequest request) {
        return new TopFieldCollectorManager(
                sort(request.order()), request.offset() + request.limit(), Integer.MAX_VALUE);
    }

    private static Page page(
            IndexSearcher searcher, Query places, SearchRequest request, TopDocs top, long total, FacetsCollector found)
            throws IOException {
        Moments moments = new Moments(searcher, places);
        List<CallHit> hits = new ArrayList<>();
        for (int i = request.offset(); i < top.scoreDocs.length; i++) {
            hits.add(hit(searcher, moments, top.scoreDocs[i]));
        }
        return new Page(total, hits, found);
    }

    static CallHit hit(IndexSearcher searcher, Moments moments, ScoreDoc found) throws IOException {
        StoredCall call = StoredCall.read(searcher.getIndexReader(), found.doc);
        Moments.Found places = moments.of(found.doc, call, CallHit.MOST_MOMENTS);
        return new CallHit(call.facts(), places.best(), places.matches(), places.moments());
    }

    static Sort sort(SearchRequest.Order order) {
        SortField newest = byNumber(CallFields.STARTED, true, Long.MIN_VALUE);
        return switch (order) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, newest, BY_ID);
            case NEWEST -> new Sort(newest, BY_ID);
            case OLDEST -> new Sort(byNumber(CallFields.STARTED, false, Long.MAX_VALUE), BY_ID);
            case LONGEST -> new Sort(byNumber(CallFields.DURATION, true, Long.MIN_VALUE), newest, BY_ID);
            case SHORTEST -> new Sort(byNumber(CallFields.DURATION, false, Long.MAX_VALUE), newest, BY_ID);
        };
    }

    /** @param missing stands for what is unknown, which comes last in either direction */
    private static SortField byNumber(String field, boolean descending, long missing) {
        return LongField.newSortField(field, descending, SortedNumericSelector.Type.MIN, missing);
    }
}
