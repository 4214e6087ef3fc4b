package dev.callsift.search;

import dev.callsift.pipeline.index.CallFields;
import dev.callsift.pipeline.index.StoredCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;

/** One page of the calls that match a query. */
record Page(long total, List<CallHit> hits) {

    static final Page EMPTY = new Page(0, List.of());

    private static final int MOMENTS = 3;
    private static final SortField BY_ID = KeywordField.newSortField(CallFields.ID, false, SortedSetSelector.Type.MIN);

    Page countOnly() {
        return new Page(total, List.of());
    }

    static Page find(IndexSearcher searcher, Query query, SearchRequest request) throws IOException {
        int last = request.offset() + request.limit();
        TopDocs top =
                searcher.search(query, new TopFieldCollectorManager(sort(request.order()), last, Integer.MAX_VALUE));
        Moments moments = new Moments(searcher, query);
        List<CallHit> hits = new ArrayList<>();
        for (int i = request.offset(); i < top.scoreDocs.length; i++) {
            hits.add(hit(searcher, moments, top.scoreDocs[i]));
        }
        return new Page(top.totalHits.value(), hits);
    }

    private static CallHit hit(IndexSearcher searcher, Moments moments, ScoreDoc found) throws IOException {
        StoredCall call = StoredCall.read(searcher.getIndexReader(), found.doc);
        Moments.Found places = moments.of(found.doc, call, MOMENTS);
        return new CallHit(call.facts(), places.best(), places.matches());
    }

    private static Sort sort(SearchRequest.Order order) {
        SortField newest = byNumber(CallFields.STARTED, true, Long.MIN_VALUE);
        return switch (order) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, newest, BY_ID);
            case NEWEST -> new Sort(newest, BY_ID);
            case OLDEST -> new Sort(byNumber(CallFields.STARTED, false, Long.MAX_VALUE), BY_ID);
            case LONGEST -> new Sort(byNumber(CallFields.DURATION, true, Long.MIN_VALUE), newest, BY_ID);
        };
    }

    /** @param missing stands for what is unknown, which comes last in either direction */
    private static SortField byNumber(String field, boolean descending, long missing) {
        return LongField.newSortField(field, descending, SortedNumericSelector.Type.MIN, missing);
    }
}
