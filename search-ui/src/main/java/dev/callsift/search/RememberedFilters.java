package dev.callsift.search;

import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.UsageTrackingQueryCachingPolicy;

/**
 * Remembers which calls hold what is bound to a place or a time, from the second time that it is asked, and other queries as Lucene
 * does: whoever turns the page, sorts, or narrows by a facet asks again, and to tell it costs far more than all the rest. It is remembered segment by segment, so
 * new calls are judged and those that are gone are not found. Safe for use by several threads.
 */
final class RememberedFilters {

    private static final int MOST = 500;
    private static final long MOST_BYTES = 32L << 20;

    /** Lucene's default leaves small segments out, of which an index that grows call by call mostly consists. */
    private final LRUQueryCache cache = new LRUQueryCache(MOST, MOST_BYTES, segment -> true, 10);

    private final QueryCachingPolicy policy = new UsageTrackingQueryCachingPolicy() {
        @Override
        protected int minFrequencyToCache(Query query) {
            return query instanceof IntervalQuery ? 2 : super.minFrequencyToCache(query);
        }
    };

    void serve(IndexSearcher searcher) {
        searcher.setQueryCache(cache);
        searcher.setQueryCachingPolicy(policy);
    }

    /** How often a segment was not asked again. */
    long used() {
        return cache.getHitCount();
    }
}
